import { describe, expect, it } from 'vitest';
import type { LookEvent, LookState } from './look';
import { colourAfter, firstLook, lookReducer, presetAfter } from './look';
import { presets } from './windowing';

const after = (...events: LookEvent[]): LookState => events.reduce(lookReducer, firstLook);
const automatic = { low: 0.2, high: 0.6 };

describe('the look', () => {
  it('keeps its inversion when the window changes', () => {
    const look = after({ type: 'toggled', what: 'invert' }, { type: 'preset', preset: 'dense', automatic });
    expect(look.tone).toEqual({ ...presets.dense, invert: true });
    expect(look.preset).toBe('dense');
  });

  it('takes what was found for the automatic window', () => {
    expect(after({ type: 'preset', preset: 'auto', automatic }).tone).toMatchObject(automatic);
  });

  it('has no preset any more once the window was set by hand', () => {
    expect(after({ type: 'levelled', lighter: 1 }).preset).toBeNull();
    expect(after({ type: 'widened', wider: -1 }).preset).toBeNull();
    expect(after({ type: 'dragged', from: firstLook.tone, right: -0.2, up: 0 }).preset).toBeNull();
  });

  it('switches the logarithm on and off', () => {
    expect(after({ type: 'toggled', what: 'log' }).tone.curve).toBe('LOG');
    expect(after({ type: 'toggled', what: 'log' }, { type: 'toggled', what: 'log' }).tone.curve).toBe('LINEAR');
  });

  it('shows all greys when local contrast is switched on', () => {
    expect(after({ type: 'preset', preset: 'dense', automatic }, { type: 'toggled', what: 'equalised' }).tone).toMatchObject({ low: 0, high: 1 });
  });

  it('leaves colour when one energy is asked for', () => {
    expect(after({ type: 'colour', colour: 'ALL' }, { type: 'energy', energy: 'LOW' })).toMatchObject({ colour: 'NONE', energy: 'LOW' });
  });

  it('goes back to how it was opened', () => {
    expect(after({ type: 'toggled', what: 'edges' }, { type: 'toggled', what: 'lens' }, { type: 'reset' })).toEqual(firstLook);
  });

  it('goes round all presets and all colours', () => {
    expect([null, 'full', 'auto'].map((preset) => presetAfter(preset as LookState['preset']))).toEqual(['full', 'dense', 'full']);
    expect(colourAfter(colourAfter(colourAfter(colourAfter('NONE'))))).toBe('NONE');
  });
});
