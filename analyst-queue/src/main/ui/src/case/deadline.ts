import type { Deadline } from '../api/types';

/** How pressing it is: what is left of the time in which something can still be done. */
export type Urgency = 'NONE' | 'PASSED' | 'CLOSE' | 'SOON' | 'AMPLE';

const hour = 3_600_000;
const close = 2 * hour;
const soon = 12 * hour;

/** @returns milliseconds left, below 0 when it has passed; null when no moment is known */
export function timeLeft(deadline: Deadline, now: number): number | null {
  return deadline.at == null ? null : Date.parse(deadline.at) - now;
}

export function urgencyOf(left: number | null): Urgency {
  if (left === null) {
    return 'NONE';
  }
  if (left <= 0) {
    return 'PASSED';
  }
  if (left < close) {
    return 'CLOSE';
  }
  return left < soon ? 'SOON' : 'AMPLE';
}
