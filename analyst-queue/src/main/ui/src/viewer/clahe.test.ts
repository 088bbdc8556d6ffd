import { describe, expect, it } from 'vitest';
import { clahe } from './clahe';

const width = 96;
const height = 48;
const options = { columns: 4, rows: 2, clip: 4 };

function drawn(level: (x: number, y: number) => number): Uint16Array {
  return Uint16Array.from({ length: width * height }, (_, at) => level(at % width, Math.floor(at / width)));
}

const contrast = (samples: Uint16Array, left: number, right: number) => {
  const rows = Array.from({ length: height }, (_, y) => [...samples.slice(y * width + left, y * width + right)]).flat();
  return (Math.max(...rows) - Math.min(...rows)) / 65535;
};

describe('local contrast', () => {
  it('opens up a dark half without losing the light one', () => {
    const scan = drawn((x, y) => (x < width / 2 ? 600 : 45_000) + ((x + y) % 7) * (x < width / 2 ? 60 : 2000));
    const equalised = clahe(scan, width, height, 65535, options);
    expect(contrast(scan, 0, 40)).toBeLessThan(0.01);
    expect(contrast(equalised, 0, 40)).toBeGreaterThan(0.03);
    expect(contrast(equalised, 56, 96)).toBeGreaterThan(contrast(scan, 56, 96) * 0.9);
  });

  it('never turns light and dark round within one part', () => {
    const scan = drawn((x) => x * 600);
    const equalised = clahe(scan, width, height, 65535, { columns: 1, rows: 1, clip: 4 });
    for (let x = 1; x < width; x++) {
      expect(equalised[x]).toBeGreaterThanOrEqual(equalised[x - 1] ?? 0);
    }
  });

  it('takes 8 bit, and pictures smaller than its parts', () => {
    const small = clahe(Uint16Array.from([0, 255, 128, 64]), 2, 2, 255, options);
    expect(small).toHaveLength(4);
    expect(small[1]).toBeGreaterThan(small[0] ?? 0);
  });
});
