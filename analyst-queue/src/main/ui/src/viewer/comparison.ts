import type { CaseFile, OtherScan, Region, ScanImage } from '../api/types';

export type CompareMode = 'OFF' | 'BESIDE' | 'SWIPE' | 'BLINK';

/** Where a scan was made, seen from the voyage. */
export type Side = 'ORIGIN' | 'ARRIVAL' | 'TRANSIT' | 'UNKNOWN';

export interface ScanLabel {
  side: Side;
  /** UN/LOCODE. */
  place: string | null;
  /** Of the place, where the service tells it. */
  name: string | null;
  at: string | null;
}

const sides: Record<string, Side> = { EXPORT: 'ORIGIN', IMPORT: 'ARRIVAL', TRANSIT: 'TRANSIT' };

const nameOf = (file: CaseFile, code: string | null | undefined) => (code == null ? null : (file.places[code] ?? null));

export function labelOfOwn(file: CaseFile): ScanLabel {
  const { scan, sender } = file.manifest;
  return {
    side: sides[scan?.direction ?? ''] ?? 'UNKNOWN',
    place: sender?.facility?.unlocode ?? null,
    name: nameOf(file, sender?.facility?.unlocode),
    at: scan?.occurredAt ?? file.scan.receivedAt,
  };
}

export function labelOfOther(file: CaseFile, other: OtherScan): ScanLabel {
  return { side: sides[other.direction ?? ''] ?? 'UNKNOWN', place: other.place ?? null, name: nameOf(file, other.place), at: other.occurredAt ?? null };
}

export const wholeOf = ({ width, height }: { width: number; height: number }): Region => ({ x: 0, y: 0, width, height });

export const containerOf = (image: ScanImage): Region => image.container ?? wholeOf(image);

/** The picture of another scan that shows the container, or else its first. */
export function principalOf(scan: OtherScan): ScanImage | null {
  return scan.images.find(({ container }) => container != null) ?? scan.images[0] ?? null;
}

/** Changes have letters where findings have numbers. */
export const changeLetter = (index: number) => String.fromCharCode('A'.charCodeAt(0) + index);
