import { describe, expect, it } from 'vitest';
import { encoded } from '../../dev/drawing';
import { decodeRaster, strips } from './raster';

describe('raster', () => {
  it('reads folded differences to the row above, of as many bits as their group says', () => {
    // 0, 1, -1 of 2 bits, then 3, -1, 0 of 3 bits; the rest of each group is filling
    const bytes = Uint8Array.from([2, 0b011000, 0, 0, 0, 3, 0b001110, 0, 0, 0, 0, 0]);
    const channel = decodeRaster(bytes, 3, 2, 16);
    expect([...channel.samples]).toEqual([0, 1, 0xffff, 3, 0, 0xffff]);
    expect(channel.full).toBe(0xffff);
  });

  it('reads open beam, a byte for sixteen samples', () => {
    const channel = decodeRaster(Uint8Array.from([1, 0xff, 0xff, 1, 0xff, 0xff, 0, 0]), 32, 2, 8);
    expect(new Set(channel.samples)).toEqual(new Set([0xff]));
    expect(channel.full).toBe(0xff);
  });

  it('gets back any picture, whatever its size and however wild its samples', () => {
    let state = 42;
    const next = (below: number) => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return state % below;
    };
    for (let round = 0; round < 200; round++) {
      const [width, height, bits] = [1 + next(40), 1 + next(12), round % 2 === 0 ? 8 : 16] as const;
      const extremes = [0, 2 ** bits - 1];
      const samples = Uint16Array.from({ length: width * height }, () => (next(3) === 0 ? (extremes[next(2)] ?? 0) : next(2 ** next(bits + 1))));
      expect([...decodeRaster(encoded(samples, width, bits), width, height, bits).samples]).toEqual([...samples]);
    }
  });

  it('refuses bytes that do not fit the size', () => {
    const picture = Uint8Array.from([1, 0xff, 0xff, 0]);
    expect(decodeRaster(picture, 16, 2, 8).samples).toHaveLength(32);
    expect(() => decodeRaster(picture, 16, 1, 8)).toThrow(RangeError);
    expect(() => decodeRaster(picture, 16, 3, 8)).toThrow(RangeError);
    expect(() => decodeRaster(picture, 16, 2, 12)).toThrow(RangeError);
    expect(() => decodeRaster(Uint8Array.from([9, ...new Array<number>(18).fill(0)]), 16, 1, 8)).toThrow(RangeError);
  });

  it('cuts a wide scan into strips that cover every column once', () => {
    expect(strips(100, 100)).toEqual([{ from: 0, to: 100, textureFrom: 0, textureTo: 100 }]);
    const cut = strips(250, 100);
    expect(cut.map(({ from }) => from)).toEqual([0, ...cut.slice(0, -1).map(({ to }) => to)]);
    expect(cut.at(-1)?.to).toBe(250);
    for (const width of [101, 102, 196, 197, 1000]) {
      const covered = strips(width, 100).reduce((sum, { from, to }) => sum + to - from, 0);
      expect(covered).toBe(width);
    }
    expect(cut.every(({ textureFrom, textureTo }) => textureTo - textureFrom <= 100)).toBe(true);
  });
});
