import { describe, expect, it } from 'vitest';
import { caseOf } from '../../dev/fake-cases';
import type { CaseFile, Equipment, Item } from '../api/types';
import { billsOf, difference, equipmentOf, weightsOf } from './equipment';
import { companyOf } from './party';
import { readSizeType } from './sizeType';

const number = 'MSCU1234566';
const equipment = (of: string | null): Equipment => ({ number: of, seals: [], tareKg: 4000 });
const item = (grossKg: number | null, containers = [number]): Item => ({ grossKg, equipment: containers });
const file = (manifest: Partial<CaseFile['manifest']>, change: Partial<CaseFile> = {}): CaseFile => {
  const usual = caseOf(0, false);
  return { ...usual, containerNumber: number, ...change, manifest: { ...usual.manifest, equipment: [], consignments: [], ...manifest } };
};

describe('what was declared about a container', () => {
  it('is found by its number, however it is written', () => {
    const found = equipment('mscu 123456-6');
    expect(equipmentOf(file({ equipment: [equipment('TGHU7790315'), found] }))).toBe(found);
  });

  it('is not taken from another container', () => {
    expect(equipmentOf(file({ equipment: [equipment('TGHU7790315')] }))).toBeNull();
  });

  it('is found by its place in the scan when numbers are missing', () => {
    const second = equipment(null);
    const unnamed = { containerNumber: null, containerIndex: 1, containersInScan: 2 };
    expect(equipmentOf(file({ equipment: [equipment(null), second] }, unnamed))).toBe(second);
    expect(equipmentOf(file({ equipment: [second] }, unnamed))).toBeNull();
  });
});

describe('bills', () => {
  it('show the goods of this container only, and goods of all', () => {
    const mine = item(100);
    const all = item(50, []);
    const bills = billsOf(file({ consignments: [{ items: [mine, item(900, ['TGHU7790315']), all] }, { items: [item(1, ['TGHU7790315'])] }] }));
    expect(bills.map(({ items }) => items)).toEqual([[mine, all]]);
  });

  it('keep a bill that names no goods: that is a finding', () => {
    expect(billsOf(file({ consignments: [{ items: [] }] }))).toHaveLength(1);
  });
});

describe('weights', () => {
  const bill = (level: string, ...items: Item[]) => ({ consignment: { level, items }, items });

  it('add tare and the goods of the house bills, which the master bill repeats', () => {
    expect(weightsOf(equipment(number), [bill('MASTER', item(900)), bill('HOUSE', item(400), item(500))])).toMatchObject({ goodsKg: 900, expectedKg: 4900 });
    expect(weightsOf(equipment(number), [bill('MASTER', item(900))]).expectedKg).toBe(4900);
  });

  it('expect nothing where a weight is missing or shared', () => {
    expect(weightsOf(equipment(number), [bill('HOUSE', item(null))]).expectedKg).toBeNull();
    expect(weightsOf(equipment(number), [bill('HOUSE', item(900, ['A', 'B']))]).expectedKg).toBeNull();
    expect(weightsOf(equipment(number), []).expectedKg).toBeNull();
    expect(weightsOf(null, [bill('HOUSE', item(900))]).expectedKg).toBeNull();
  });

  it('differ notably above one twentieth', () => {
    expect(difference(1050, 1000)).toEqual({ kg: 50, notable: false });
    expect(difference(1051, 1000)).toEqual({ kg: 51, notable: true });
    expect(difference(900, 1000)).toEqual({ kg: -100, notable: true });
    expect(difference(1000, 1000)).toBeNull();
    expect(difference(null, 1000)).toBeNull();
  });
});

describe('size and type', () => {
  it('are read as ISO 6346 says', () => {
    expect(readSizeType('45R1')).toEqual({ feet: 40, highCube: true, type: 'R' });
    expect(readSizeType(' 22g1')).toEqual({ feet: 20, highCube: false, type: 'G' });
    expect(readSizeType('L5G1').feet).toBe(45);
  });

  it('say nothing about what is not known', () => {
    expect(readSizeType('')).toEqual({ feet: null, highCube: false, type: null });
    expect(readSizeType('9?X0')).toEqual({ feet: null, highCube: false, type: null });
  });
});

describe('a party', () => {
  it('is shown with name, place and country, whatever else the source sent', () => {
    expect(companyOf({ Name: 'Maas B.V.', country: 'NL', contact: 'J. Jansen', phone: '06' })).toEqual({ name: 'Maas B.V.', city: null, country: 'NL' });
    expect(companyOf('Maas B.V.')).toEqual({ name: 'Maas B.V.', city: null, country: null });
  });

  it('is not shown when there is only what is not shown', () => {
    expect(companyOf({ contact: 'J. Jansen' })).toBeNull();
    expect(companyOf(null)).toBeNull();
    expect(companyOf(42)).toBeNull();
    expect(companyOf(' ')).toBeNull();
  });
});
