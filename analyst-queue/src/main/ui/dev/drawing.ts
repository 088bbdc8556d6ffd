/** Draws made-up scans for working on the page without the service. */
export interface Drawn {
  width: number;
  height: number;
  high: Uint16Array;
  low: Uint16Array;
}

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Thickness of light material and of steel, pixel by pixel, becomes two energies. */
export function draw(width: number, height: number, containers: Box[], hidden: Box | null, seed: number): Drawn {
  const light = new Float32Array(width * height);
  const steel = new Float32Array(width * height);
  const next = random(seed);
  const fill = (layer: Float32Array, x: number, y: number, w: number, h: number, amount: number) => {
    for (let row = Math.max(0, Math.round(y)); row < Math.min(height, Math.round(y + h)); row++) {
      for (let column = Math.max(0, Math.round(x)); column < Math.min(width, Math.round(x + w)); column++) {
        const at = row * width + column;
        layer[at] = (layer[at] ?? 0) + amount;
      }
    }
  };
  const boxWidth = 62;
  const boxHeight = 40;
  for (const { x, y, width: w, height: h } of containers) {
    fill(steel, x, y, w, h, 0.14);
    fill(steel, x, y, w, 10, 0.9);
    fill(steel, x, y + h - 26, w, 26, 0.8);
    fill(steel, x, y, 14, h, 1.1);
    fill(steel, x + w - 16, y, 16, h, 1.3);
    for (let rib = 0; rib < w; rib += 22) {
      fill(steel, x + rib, y + 10, 9, h - 36, 0.07);
    }
    for (let beam = 0; beam < w; beam += 74) {
      fill(steel, x + beam, y + h - 4, 16, 22, 1.2);
    }
    for (let row = 0; row < Math.floor((h - 150) / boxHeight); row++) {
      for (let column = 0; column < Math.floor((w - 60) / boxWidth); column++) {
        const left = x + 26 + column * boxWidth;
        const top = y + h - 28 - (row + 1) * boxHeight;
        fill(light, left, top, boxWidth - 3, boxHeight - 3, 0.85 + next() * 0.25);
        for (let grain = 0; grain < 7; grain++) {
          fill(light, left + next() * 50, top + next() * 30, 9, 7, 0.18);
        }
      }
    }
  }
  chassis(containers, (x, y, w, h, metal, other) => {
    fill(steel, x, y, w, h, metal);
    fill(light, x, y, w, h, other);
  });
  if (hidden !== null) {
    for (let row = 0; row < 4; row++) {
      for (let column = 0; column < 5; column++) {
        fill(light, hidden.x + (column * hidden.width) / 5, hidden.y + (row * hidden.height) / 4, hidden.width / 5 - 2, hidden.height / 4 - 2, 1.1);
      }
    }
  }
  const high = new Uint16Array(width * height);
  const low = new Uint16Array(width * height);
  for (let at = 0; at < high.length; at++) {
    const organic = light[at] ?? 0;
    const metal = steel[at] ?? 0;
    const noise = () => (next() - 0.5) * 0.012;
    high[at] = Math.min(65535, Math.max(0, (Math.exp(-organic - metal) * 0.98 + noise()) * 65535));
    low[at] = Math.min(65535, Math.max(0, (Math.exp(-organic * 1.34 - metal) * 0.98 + noise()) * 65535));
  }
  return { width, height, high, low };
}

/** The truck under the containers: a beam and wheels. */
function chassis(containers: Box[], part: (x: number, y: number, w: number, h: number, metal: number, other: number) => void) {
  const [first] = containers;
  const last = containers.at(-1);
  if (first === undefined || last === undefined) {
    return;
  }
  const { x, y, height: h } = first;
  const w = last.x + last.width - x;
  part(x - 60, y + h + 18, w + 120, 18, 1.6, 0);
  for (const wheel of [0.08, 0.15, 0.74, 0.82, 0.9]) {
    part(x + w * wheel, y + h + 40, 70, 70, 0, 1.4);
    part(x + w * wheel + 20, y + h + 60, 30, 30, 1.5, 0);
  }
}

/** Warm around the hidden box, cool elsewhere. */
export function heatOf(width: number, height: number, container: Box, hidden: Box | null): Uint16Array {
  const heat = new Uint16Array(width * height);
  if (hidden === null) {
    return heat;
  }
  const middleX = ((hidden.x + hidden.width / 2 - container.x) / container.width) * width;
  const middleY = ((hidden.y + hidden.height / 2 - container.y) / container.height) * height;
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const away = ((column - middleX) / (width * 0.07)) ** 2 + ((row - middleY) / (height * 0.16)) ** 2;
      heat[row * width + column] = Math.round(245 * Math.exp(-away / 2));
    }
  }
  return heat;
}

/** The form in which the service keeps and sends a raster; told at `decodeRaster`. */
export function encoded(samples: Uint16Array, width: number, bits: 8 | 16): Uint8Array {
  const bytes: number[] = [];
  for (let row = 0; row < samples.length; row += width) {
    for (let from = row; from < row + width; from += 16) {
      const folded = Array.from({ length: 16 }, (_, at) => {
        const index = from + at;
        if (index >= row + width) {
          return 0;
        }
        const difference = (((samples[index] ?? 0) - (samples[index - width] ?? 0)) << (32 - bits)) >> (32 - bits);
        return (difference << 1) ^ (difference >> 31);
      });
      const each = 32 - Math.clz32(folded.reduce((all, value) => all | value));
      const group = new Uint8Array(2 * each);
      folded.forEach((value, at) => {
        for (let bit = 0; bit < each; bit++) {
          const to = at * each + bit;
          group[to >> 3] = (group[to >> 3] ?? 0) | (((value >> bit) & 1) << (to & 7));
        }
      });
      bytes.push(each, ...group);
    }
  }
  return Uint8Array.from(bytes);
}
