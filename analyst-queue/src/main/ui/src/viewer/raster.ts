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

/**
 * Undoes the stored form (the browser has already undone gzip): each sample is the difference to its left neighbour modulo 2^bits,
 * the first of a row to 0; of 16-bit differences all high bytes come before all low bytes.
 *
 * @throws RangeError when the bytes are not exactly what the size asks for
 */
export function decodeRaster(bytes: Uint8Array, width: number, height: number, bits: number): Channel {
  const count = width * height;
  if (bits !== 8 && bits !== 16) {
    throw new RangeError(`a channel has 8 or 16 bits, not ${bits}`);
  }
  if (bytes.length !== count * (bits / 8)) {
    throw new RangeError(`expected ${count * (bits / 8)} bytes for ${width} x ${height} x ${bits} bit, got ${bytes.length}`);
  }
  const samples = new Uint16Array(count);
  const wide = bits === 16;
  const mask = wide ? 0xffff : 0xff;
  for (let row = 0; row < height; row++) {
    let left = 0;
    const end = (row + 1) * width;
    for (let index = row * width; index < end; index++) {
      const first = bytes[index] as number;
      const difference = wide ? (first << 8) | (bytes[count + index] as number) : first;
      left = (left + difference) & mask;
      samples[index] = left;
    }
  }
  return { width, height, bits, full: mask, samples };
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
