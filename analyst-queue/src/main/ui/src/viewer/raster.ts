/**
 * One channel of a scan: transmission row by row, 0 is opaque and `full` is open beam.
 * 8-bit channels are kept in 16-bit samples too, so that one shader serves both.
 */
export interface Channel {
  width: number;
  height: number;
  bits: number;
  full: number;
  samples: Uint16Array;
}

/** Samples of a row that share their number of bits. */
const group = 16;

/**
 * Undoes the stored form: each {@link group} of a row are a byte with their number of bits, then all of them in that many bits each,
 * lowest bits first, the last group of a row filled up. They are differences to the sample above, modulo 2^bits, those of the
 * first row to 0, folded: 0, 1, 2, 3, 4 ... mean 0, -1, 1, -2, 2 ...
 *
 * @throws RangeError when the bytes are not exactly what the size asks for
 */
export function decodeRaster(bytes: Uint8Array, width: number, height: number, bits: number): Channel {
  if (bits !== 8 && bits !== 16) {
    throw new RangeError(`a channel has 8 or 16 bits, not ${bits}`);
  }
  const samples = new Uint16Array(width * height);
  const full = 2 ** bits - 1;
  let at = 0;
  for (let row = 0; row < height; row++) {
    for (let from = 0; from < width; from += group) {
      const each = bytes[at] ?? full;
      const begin = at + 1;
      at = begin + (group * each) / 8;
      if (each > bits || at > bytes.length) {
        throw new RangeError(`the bytes end before ${width} x ${height} samples of ${bits} bits`);
      }
      const mask = 2 ** each - 1;
      const until = Math.min(from + group, width);
      for (let column = from, bit = 0; column < until; column++, bit += each) {
        const byte = begin + (bit >> 3);
        // What lies behind the end has no bit in the mask.
        const three = (bytes[byte] as number) | ((bytes[byte + 1] as number) << 8) | ((bytes[byte + 2] as number) << 16);
        const folded = (three >> (bit & 7)) & mask;
        const index = row * width + column;
        const above = row === 0 ? 0 : (samples[index - width] as number);
        samples[index] = (above + ((folded >> 1) ^ -(folded & 1))) & full;
      }
    }
  }
  if (at !== bytes.length) {
    throw new RangeError(`${bytes.length - at} bytes are left after ${width} x ${height} samples of ${bits} bits`);
  }
  return { width, height, bits, full, samples };
}

/** Columns of a strip: `[from, to)` is drawn, `[textureFrom, textureTo)` is uploaded, one column more where a neighbour exists. */
export interface Strip {
  from: number;
  to: number;
  textureFrom: number;
  textureTo: number;
}

/** Cuts a scan wider than a texture may be; each strip overlaps by a column, so that interpolation shows no seam. */
export function strips(width: number, maximum: number): Strip[] {
  if (width <= maximum) {
    return [{ from: 0, to: width, textureFrom: 0, textureTo: width }];
  }
  const step = maximum - 2;
  const result: Strip[] = [];
  for (let from = 0; from < width; from += step) {
    const to = Math.min(width, from + step);
    result.push({ from, to, textureFrom: Math.max(0, from - 1), textureTo: Math.min(width, to + 1) });
  }
  return result;
}
