import type { CaseFile, Consignment, Equipment, Item } from '../api/types';

const plain = (number: string | null | undefined) => (number ?? '').replace(/[^A-Za-z0-9?]/g, '').toUpperCase();

/** What was declared about the container of the case: by its number, or the only one there is, or by its place in the scan. */
export function equipmentOf({ manifest, containerNumber, containerIndex, containersInScan }: CaseFile): Equipment | null {
  const { equipment } = manifest;
  const named = equipment.find(({ number }) => plain(number) !== '' && plain(number) === plain(containerNumber));
  if (named !== undefined) {
    return named;
  }
  if (containerNumber != null && equipment.some(({ number }) => plain(number) !== '')) {
    return null;
  }
  return equipment.length === containersInScan ? (equipment[containerIndex] ?? null) : null;
}

/** Goods without a container belong to all of the bill's containers. */
export const isIn = (item: Item, number: string | null | undefined) =>
  item.equipment.length === 0 || item.equipment.some((other) => plain(other) === plain(number));

export interface Bill {
  consignment: Consignment;
  items: Item[];
}

/** The bills that name goods in this container, with these goods. Without a number all are shown. */
export function billsOf({ manifest, containerNumber }: CaseFile): Bill[] {
  return manifest.consignments
    .map((consignment) => ({
      consignment,
      items: containerNumber == null ? consignment.items : consignment.items.filter((item) => isIn(item, containerNumber)),
    }))
    .filter(({ consignment, items }) => items.length > 0 || consignment.items.length === 0);
}

export interface Weights {
  tareKg: number | null;
  /** Of the goods, as far as they are in this container alone. */
  goodsKg: number | null;
  /** Tare and goods together. */
  expectedKg: number | null;
  vgmKg: number | null;
  weighbridgeKg: number | null;
}

/** House bills say what is in the container; a master bill repeats it. */
export function weightsOf(equipment: Equipment | null, bills: Bill[]): Weights {
  const houses = bills.filter(({ consignment }) => consignment.level === 'HOUSE');
  const items = (houses.length > 0 ? houses : bills).flatMap((bill) => bill.items);
  const alone = items.length > 0 && items.every(({ grossKg, equipment: containers }) => grossKg != null && containers.length <= 1);
  const goodsKg = alone ? items.reduce((sum, { grossKg }) => sum + (grossKg ?? 0), 0) : null;
  const tareKg = equipment?.tareKg ?? null;
  return {
    tareKg,
    goodsKg,
    expectedKg: goodsKg === null || tareKg === null ? null : goodsKg + tareKg,
    vgmKg: equipment?.vgmKg ?? null,
    weighbridgeKg: equipment?.weighbridgeKg ?? null,
  };
}

/** More than this share of the weight is worth a look. */
const notable = 0.05;

export interface Difference {
  kg: number;
  notable: boolean;
}

export function difference(measured: number | null, against: number | null): Difference | null {
  if (measured === null || against === null || measured === against) {
    return null;
  }
  const kg = measured - against;
  return { kg, notable: Math.abs(kg) > against * notable };
}
