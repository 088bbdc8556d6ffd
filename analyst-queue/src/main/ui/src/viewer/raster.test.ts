import { describe, expect, it } from 'vitest';
import { gunzipSync } from 'node:zlib';
import { differences, encoded } from '../../dev/drawing';
import { decodeRaster, strips } from './raster';

describe('raster', () => {
  it('reads 16 bit: high bytes first, then low bytes, each sample against its left neighbour', () => {
    // 2 x 2: 0x0102, 0x0101 / 0xffff, 0x0000
    const bytes = Uint8Array.from([0x01, 0xff, 0xff, 0x00, 0x02, 0xff, 0xff, 0x01]);
    const channel = decodeRaster(bytes, 2, 2, 16);
    expect([...channel.samples]).toEqual([0x0102, 0x0101, 0xffff, 0x0000]);
    expect(channel.full).toBe(0xffff);
  });

  it('reads 8 bit', () => {
    const channel = decodeRaster(Uint8Array.from([10, 255, 2, 200, 100, 0]), 3, 2, 8);
    expect([...channel.samples]).toEqual([10, 9, 11, 200, 44, 44]);
    expect(channel.full).toBe(0xff);
  });

  it.each([8, 16] as const)('gets back what was written, %d bit', (bits) => {
    const width = 37;
    const samples = Uint16Array.from({ length: width * 11 }, (_, at) => (at * 7919 + at * at * 31) % 2 ** bits);
    expect([...decodeRaster(differences(samples, width, bits), width, 11, bits).samples]).toEqual([...samples]);
    expect([...decodeRaster(new Uint8Array(gunzipSync(encoded(samples, width, bits))), width, 11, bits).samples]).toEqual([...samples]);
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
      const samples = Uint16Array.from({ length: width * height }, () => (next(3) === 0 ? (extremes[next(2)] ?? 0) : next(2 ** bits)));
      expect([...decodeRaster(differences(samples, width, bits), width, height, bits).samples]).toEqual([...samples]);
    }
  });

  it('refuses bytes that do not fit the size', () => {
    expect(() => decodeRaster(new Uint8Array(7), 2, 2, 16)).toThrow(RangeError);
    expect(() => decodeRaster(new Uint8Array(4), 2, 2, 12)).toThrow(RangeError);
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
