import type { Region } from '../api/types';
import type { Channel } from './raster';

/**
 * How a transmission of 0..1 becomes a grey of 0..1: first the curve, then the window from `low` to `high` on the curve's scale,
 * then gamma, then perhaps inverted.
 */
export interface Tone {
  low: number;
  high: number;
  curve: 'LINEAR' | 'LOG';
  gamma: number;
  invert: boolean;
}

/** On the logarithmic curve black is a transmission of 1/4096: beyond that a scanner sees noise only. */
export const logRange = Math.log(4096);

/** The narrowest window: one grey level of an 8-bit scan. */
export const narrowest = 1 / 256;

export const presets = {
  full: { low: 0, high: 1, curve: 'LINEAR', gamma: 1 },
  dense: { low: 0, high: 0.2, curve: 'LINEAR', gamma: 1 },
  light: { low: 0.5, high: 1, curve: 'LINEAR', gamma: 1 },
  log: { low: 0.15, high: 1, curve: 'LOG', gamma: 1 },
} as const satisfies Record<string, Omit<Tone, 'invert'>>;

export type Preset = keyof typeof presets | 'auto';

export const presetNames: readonly Preset[] = ['full', 'dense', 'light', 'log', 'auto'];

const clamp = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value));

/** The position of a transmission on the curve's scale, 0..1. */
export function curved(transmission: number, curve: Tone['curve']): number {
  if (curve === 'LINEAR') {
    return transmission;
  }
  return clamp(1 + Math.log(Math.max(transmission, 1e-6)) / logRange, 0, 1);
}

/** What the shader does, for one sample. */
export function shade(transmission: number, tone: Tone): number {
  const inWindow = clamp((curved(transmission, tone.curve) - tone.low) / (tone.high - tone.low), 0, 1);
  const grey = inWindow ** tone.gamma;
  return tone.invert ? 1 - grey : grey;
}

/** A window that stays inside 0..1 and is never narrower than {@link narrowest}. */
export function windowed(tone: Tone, low: number, high: number): Tone {
  const width = clamp(high - low, narrowest, 1);
  const start = clamp(low, 0, 1 - width);
  return { ...tone, low: start, high: start + width };
}

/** A drag, in shares of the viewer's size: to the right widens the window, upwards makes the image lighter. */
export function dragged(start: Tone, right: number, up: number): Tone {
  const width = clamp((start.high - start.low) * 2 ** (right * 4), narrowest, 1);
  const centre = (start.low + start.high) / 2 - up * Math.max(0.15, start.high - start.low);
  return windowed(start, centre - width / 2, centre + width / 2);
}

/** How often each of `bins` equal parts of the curve's scale occurs in the region; every second pixel is enough. */
export function histogram(channel: Channel, region: Region, curve: Tone['curve'], bins = 256): Uint32Array {
  const counts = new Uint32Array(bins);
  const right = Math.min(channel.width, region.x + region.width);
  const bottom = Math.min(channel.height, region.y + region.height);
  const binOf = new Uint16Array(channel.full + 1);
  for (let sample = 0; sample <= channel.full; sample++) {
    binOf[sample] = Math.min(bins - 1, Math.floor(curved(sample / channel.full, curve) * bins));
  }
  for (let y = Math.max(0, region.y); y < bottom; y += 2) {
    for (let x = Math.max(0, region.x); x < right; x += 2) {
      const bin = binOf[channel.samples[y * channel.width + x] as number] as number;
      counts[bin] = (counts[bin] as number) + 1;
    }
  }
  return counts;
}

/** The window that leaves one per cent of the region black and half a per cent white. */
export function automatic(counts: Uint32Array): { low: number; high: number } {
  const total = counts.reduce((sum, count) => sum + count, 0);
  const at = (share: number) => {
    let sum = 0;
    for (let bin = 0; bin < counts.length; bin++) {
      sum += counts[bin] as number;
      if (sum >= share * total) {
        return bin;
      }
    }
    return counts.length - 1;
  };
  const low = at(0.01) / counts.length;
  const high = (at(0.995) + 1) / counts.length;
  return total === 0 || high - low < narrowest ? { low: 0, high: 1 } : { low, high };
}

/** The raw value under the cursor; null outside the image. */
export function sampleAt(channel: Channel, x: number, y: number): number | null {
  const column = Math.floor(x);
  const row = Math.floor(y);
  if (column < 0 || row < 0 || column >= channel.width || row >= channel.height) {
    return null;
  }
  return channel.samples[row * channel.width + column] ?? null;
}

/**
 * How much more the lower energy is held back than the higher one: ln(low) / ln(high). Light materials (food, plastic, drugs) are high,
 * metals low. Null where so little or so much is held back that the ratio is noise.
 */
export function attenuationRatio(high: number, low: number): number | null {
  if (high > 0.95 || low > 0.95 || high < 0.005 || low < 0.002) {
    return null;
  }
  return Math.log(low) / Math.log(high);
}

/** One key press: the level lighter (+1) or darker (-1), by a tenth of the window. */
export function levelled(tone: Tone, lighter: 1 | -1): Tone {
  const shift = -lighter * Math.max(narrowest, (tone.high - tone.low) / 10);
  return windowed(tone, tone.low + shift, tone.high + shift);
}

/** One key press: the window wider (+1) or narrower (-1), around its middle. */
export function widened(tone: Tone, wider: 1 | -1): Tone {
  const width = (tone.high - tone.low) * 1.2 ** wider;
  const middle = (tone.high + tone.low) / 2;
  return windowed(tone, middle - width / 2, middle + width / 2);
}
