import { describe, expect, it } from 'vitest';
import type { Tone } from './windowing';
import { attenuationRatio, automatic, curved, dragged, histogram, levelled, narrowest, presets, sampleAt, shade, widened, windowed } from './windowing';

const full: Tone = { ...presets.full, invert: false };
const scan = { width: 4, height: 2, bits: 8, full: 255, samples: Uint16Array.from([0, 50, 100, 255, 0, 50, 100, 255]) };

describe('windowing', () => {
  it('shows transmission as grey, and the other way round', () => {
    expect(shade(0.25, full)).toBeCloseTo(0.25);
    expect(shade(0.25, { ...full, invert: true })).toBeCloseTo(0.75);
  });

  it('spreads the window over all greys and cuts what is outside', () => {
    const tone = { ...full, low: 0.2, high: 0.4 };
    expect(shade(0.3, tone)).toBeCloseTo(0.5);
    expect(shade(0.1, tone)).toBe(0);
    expect(shade(0.9, tone)).toBe(1);
  });

  it('opens up the dark on the logarithmic curve', () => {
    expect(curved(1, 'LOG')).toBe(1);
    expect(curved(1 / 64, 'LOG')).toBeCloseTo(0.5);
    expect(curved(0, 'LOG')).toBe(0);
  });

  it('keeps a window inside the range and wide enough', () => {
    expect(windowed(full, 0.9, 1.4).low).toBeCloseTo(0.5);
    expect(windowed(full, 0.9, 1.4).high).toBeCloseTo(1);
    const narrow = windowed(full, 0.5, 0.5);
    expect(narrow.high - narrow.low).toBeCloseTo(narrowest);
  });

  it('widens to the right and lightens upwards', () => {
    const start = windowed(full, 0.4, 0.6);
    const wider = dragged(start, 0.1, 0);
    expect(wider.high - wider.low).toBeGreaterThan(0.2);
    expect(shade(0.5, dragged(start, 0, 0.2))).toBeGreaterThan(shade(0.5, start));
  });

  it('goes by keys: lighter, darker, wider, narrower, and never out of range', () => {
    const start = windowed(full, 0.4, 0.6);
    expect(shade(0.5, levelled(start, 1))).toBeGreaterThan(shade(0.5, start));
    expect(shade(0.5, levelled(start, -1))).toBeLessThan(shade(0.5, start));
    const wider = widened(start, 1);
    expect(wider.high - wider.low).toBeCloseTo(0.24);
    let tone = start;
    for (let press = 0; press < 100; press++) {
      tone = press % 3 === 0 ? levelled(tone, 1) : widened(tone, press % 2 === 0 ? 1 : -1);
      expect(tone.low).toBeGreaterThanOrEqual(0);
      expect(tone.high).toBeLessThanOrEqual(1);
      expect(tone.high - tone.low).toBeGreaterThanOrEqual(narrowest - 1e-9);
    }
  });

  it('counts grey values and finds a window from them', () => {
    const counts = histogram(scan, { x: 0, y: 0, width: 4, height: 2 }, 'LINEAR', 256);
    expect(counts[0]).toBe(1);
    expect(counts[100]).toBe(1);
    const spread = new Uint32Array(100);
    spread.fill(10, 20, 60);
    expect(automatic(spread)).toEqual({ low: 0.2, high: 0.6 });
    expect(automatic(new Uint32Array(256))).toEqual({ low: 0, high: 1 });
  });

  it('reads the value under the pointer', () => {
    expect(sampleAt(scan, 1.7, 0.2)).toBe(50);
    expect(sampleAt(scan, -0.1, 0)).toBeNull();
    expect(sampleAt(scan, 4, 0)).toBeNull();
  });

  it('tells light material from metal', () => {
    expect(attenuationRatio(Math.exp(-1), Math.exp(-1.34))).toBeCloseTo(1.34);
    expect(attenuationRatio(0.99, 0.98)).toBeNull();
  });
});
