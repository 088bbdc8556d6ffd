/** Tiles across and down, and how far a level may stand out before it is clipped, as a multiple of the mean. */
export interface ClaheOptions {
  columns: number;
  rows: number;
  clip: number;
}

export const usual: ClaheOptions = { columns: 24, rows: 10, clip: 4 };

const bins = 256;

/**
 * Contrast-limited adaptive histogram equalisation: each part of the scan gets its own spread of greys, so that a dark corner shows as much
 * as the rest. Levels are counted by their square root, which gives the dark parts of a scan more room, and the result is 0..65535.
 *
 * Zuiderveld, K. (1994), "Contrast limited adaptive histogram equalization", Graphics Gems IV.
 */
export function clahe(samples: Uint16Array, width: number, height: number, full: number, options: ClaheOptions = usual): Uint16Array {
  const columns = Math.max(1, Math.min(options.columns, Math.floor(width / 8)));
  const rows = Math.max(1, Math.min(options.rows, Math.floor(height / 8)));
  const positions = new Float32Array(full + 1);
  for (let level = 0; level <= full; level++) {
    positions[level] = Math.sqrt(level / full) * (bins - 1);
  }
  const maps: Float32Array[] = [];
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const counts = counted(samples, width, positions, {
        left: Math.floor((column * width) / columns),
        right: Math.floor(((column + 1) * width) / columns),
        top: Math.floor((row * height) / rows),
        bottom: Math.floor(((row + 1) * height) / rows),
      });
      maps.push(spread(counts, options.clip));
    }
  }
  const result = new Uint16Array(samples.length);
  for (let y = 0; y < height; y++) {
    const down = Math.min(rows - 1, Math.max(0, ((y + 0.5) * rows) / height - 0.5));
    const above = Math.floor(down);
    const below = Math.min(rows - 1, above + 1);
    const partDown = down - above;
    for (let x = 0; x < width; x++) {
      const across = Math.min(columns - 1, Math.max(0, ((x + 0.5) * columns) / width - 0.5));
      const left = Math.floor(across);
      const right = Math.min(columns - 1, left + 1);
      const partAcross = across - left;
      const index = y * width + x;
      const position = positions[samples[index] as number] as number;
      const top = mix(at(maps[above * columns + left], position), at(maps[above * columns + right], position), partAcross);
      const bottom = mix(at(maps[below * columns + left], position), at(maps[below * columns + right], position), partAcross);
      result[index] = Math.round(mix(top, bottom, partDown) * 65535);
    }
  }
  return result;
}

const mix = (one: number, other: number, part: number) => one + (other - one) * part;

/** Between two bins, so that a 16-bit scan does not fall apart into 256 greys. */
function at(map: Float32Array | undefined, position: number): number {
  const bin = Math.floor(position);
  return mix(map?.[bin] ?? 0, map?.[Math.min(bins - 1, bin + 1)] ?? 1, position - bin);
}

function counted(
  samples: Uint16Array,
  width: number,
  positions: Float32Array,
  tile: { left: number; right: number; top: number; bottom: number },
): Float32Array {
  const counts = new Float32Array(bins);
  for (let y = tile.top; y < tile.bottom; y++) {
    for (let x = tile.left; x < tile.right; x++) {
      const bin = Math.round(positions[samples[y * width + x] as number] as number);
      counts[bin] = (counts[bin] as number) + 1;
    }
  }
  return counts;
}

/** Cuts what stands out, shares it over all levels, and adds up: the new grey of each level, 0..1 and never falling. */
function spread(counts: Float32Array, clip: number): Float32Array {
  const total = counts.reduce((sum, count) => sum + count, 0);
  const limit = (clip * total) / bins;
  let excess = 0;
  for (let bin = 0; bin < bins; bin++) {
    const over = (counts[bin] as number) - limit;
    if (over > 0) {
      excess += over;
      counts[bin] = limit;
    }
  }
  const map = new Float32Array(bins);
  let sum = 0;
  for (let bin = 0; bin < bins; bin++) {
    sum += (counts[bin] as number) + excess / bins;
    map[bin] = total === 0 ? bin / (bins - 1) : Math.min(1, sum / total);
  }
  return map;
}
