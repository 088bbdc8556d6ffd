import type { Look } from './ScanRenderer';
import type { Preset, Tone } from './windowing';
import { dragged, levelled, presetNames, presets, widened } from './windowing';

/** How the picture is looked at; both scans of a comparison are looked at in the same way. */
export interface LookState extends Look {
  /** Null when the window was set by hand. */
  preset: Preset | null;
  lens: boolean;
}

export const firstLook: LookState = {
  tone: { ...presets.full, invert: false },
  preset: 'full',
  energy: 'HIGH',
  colour: 'NONE',
  edges: false,
  equalised: false,
  lens: false,
};

export type LookEvent =
  | { type: 'toned'; tone: Tone }
  | { type: 'dragged'; from: Tone; right: number; up: number }
  | { type: 'levelled'; lighter: 1 | -1 }
  | { type: 'widened'; wider: 1 | -1 }
  | { type: 'preset'; preset: Preset; automatic: { low: number; high: number } }
  | { type: 'toggled'; what: 'invert' | 'edges' | 'equalised' | 'lens' | 'log' }
  | { type: 'energy'; energy: Look['energy'] }
  | { type: 'colour'; colour: Look['colour'] }
  | { type: 'reset' };

function byHand(state: LookState, tone: Tone): LookState {
  return { ...state, tone, preset: null };
}

function withPreset(state: LookState, preset: Preset, automatic: { low: number; high: number }): LookState {
  const { invert } = state.tone;
  const tone: Tone = preset === 'auto' ? { ...automatic, curve: state.tone.curve, gamma: 1, invert } : { ...presets[preset], invert };
  return { ...state, tone, preset };
}

function toggled(state: LookState, what: 'invert' | 'edges' | 'equalised' | 'lens' | 'log'): LookState {
  switch (what) {
    case 'invert':
      return { ...state, tone: { ...state.tone, invert: !state.tone.invert } };
    case 'log':
      return withPreset(state, state.tone.curve === 'LOG' ? 'full' : 'log', { low: 0, high: 1 });
    case 'equalised':
      // Equalised levels fill the whole range; a narrow window of before would hide most of it.
      return { ...state, equalised: !state.equalised, tone: { ...presets.full, invert: state.tone.invert }, preset: 'full' };
    case 'edges':
      return { ...state, edges: !state.edges };
    case 'lens':
      return { ...state, lens: !state.lens };
  }
}

export function lookReducer(state: LookState, event: LookEvent): LookState {
  switch (event.type) {
    case 'toned':
      return byHand(state, event.tone);
    case 'dragged':
      return byHand(state, dragged(event.from, event.right, event.up));
    case 'levelled':
      return byHand(state, levelled(state.tone, event.lighter));
    case 'widened':
      return byHand(state, widened(state.tone, event.wider));
    case 'preset':
      return withPreset(state, event.preset, event.automatic);
    case 'toggled':
      return toggled(state, event.what);
    case 'energy':
      return { ...state, energy: event.energy, colour: 'NONE' };
    case 'colour':
      return { ...state, colour: event.colour };
    case 'reset':
      return firstLook;
  }
}

export const presetAfter = (preset: Preset | null): Preset =>
  presetNames[(presetNames.indexOf(preset ?? 'auto') + 1) % presetNames.length] ?? 'full';

const colours = ['NONE', 'ALL', 'ORGANIC', 'METAL'] as const;

export const colourAfter = (colour: Look['colour']): Look['colour'] => colours[(colours.indexOf(colour) + 1) % colours.length] ?? 'NONE';
