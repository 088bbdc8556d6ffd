/**
 * The right to decide on a case, as this browser knows it. Times are of a clock that only runs forward (`performance.now()`).
 */
export type LeaseState =
  | { phase: 'HELD'; until: number; nextBeat: number }
  /** Renewing failed; the last answer still holds. */
  | { phase: 'UNSURE'; until: number; nextBeat: number }
  /** The last answer no longer holds and the service can't be asked: perhaps someone else has the case. */
  | { phase: 'EXPIRED'; until: number; nextBeat: number }
  /** The service said so. This does not change any more. */
  | { phase: 'LOST' };

export type LeaseEvent =
  | { type: 'RENEWED'; at: number; until: number; every: number }
  | { type: 'FAILED'; now: number }
  | { type: 'REFUSED' }
  | { type: 'TICKED'; now: number };

/** A failed renewal is tried again soon, but not in a hurry. */
export const retryAfter = 5000;

/** @param every milliseconds between two signs of life */
export function granted(now: number, until: number, every: number): LeaseState {
  return { phase: 'HELD', until, nextBeat: now + every };
}

export function leaseReducer(state: LeaseState, event: LeaseEvent): LeaseState {
  if (state.phase === 'LOST') {
    return state;
  }
  switch (event.type) {
    case 'RENEWED':
      return granted(event.at, event.until, event.every);
    case 'REFUSED':
      return { phase: 'LOST' };
    case 'FAILED':
      return { ...state, phase: event.now >= state.until ? 'EXPIRED' : 'UNSURE', nextBeat: event.now + retryAfter };
    case 'TICKED':
      return event.now >= state.until && state.phase !== 'EXPIRED' ? { ...state, phase: 'EXPIRED' } : state;
  }
}

/**
 * What is told about it. `ENDING`: it is extended no longer, since a claim has a longest time; less is left than there ever is between two
 * signs of life.
 */
export type LeaseWord = LeaseState['phase'] | 'ENDING';

export function wordOf({ phase }: LeaseState, left: number, every: number): LeaseWord {
  return phase === 'HELD' && left < every ? 'ENDING' : phase;
}

export const mayDecide = (state: LeaseState) => state.phase === 'HELD' || state.phase === 'UNSURE';
