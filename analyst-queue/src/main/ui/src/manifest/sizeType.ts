/** The parts of an ISO 6346 size/type code that are put into words; null where the code says nothing known. */
export interface SizeType {
  feet: 20 | 40 | 45 | 48 | null;
  highCube: boolean;
  type: 'G' | 'R' | 'H' | 'T' | 'U' | 'P' | 'B' | 'V' | 'S' | null;
}

const lengths: Record<string, SizeType['feet']> = { 2: 20, 4: 40, L: 45, M: 48 };
const types = ['G', 'R', 'H', 'T', 'U', 'P', 'B', 'V', 'S'] as const;

export function readSizeType(code: string): SizeType {
  const [length = '', height = '', type = ''] = code.trim().toUpperCase();
  return {
    feet: lengths[length] ?? null,
    highCube: height === '5' || height === 'E' || height === 'N',
    type: types.find((known) => known === type) ?? null,
  };
}
