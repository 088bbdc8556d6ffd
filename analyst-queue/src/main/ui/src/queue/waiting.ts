import type { Counts, EmptyQueue } from '../api/types';

export interface Pressure {
  /** Milliseconds since the longest-waiting case came; null when none waits. */
  oldest: number | null;
  /** Milliseconds until the next deadline, below 0 when it has passed; null when there is none. */
  deadline: number | null;
}

const since = (iso: string | null | undefined, now: number) => (iso == null ? null : now - Date.parse(iso));

export function pressureOf(counts: Counts, now: number): Pressure {
  const oldest = since(counts.oldestWaitingSince, now);
  const passed = since(counts.nextDeadline, now);
  return { oldest: oldest === null ? null : Math.max(0, oldest), deadline: passed === null ? null : -passed };
}

/** Whether the reason for giving no case may have gone by what the counts say since. */
export function mayHaveChanged(empty: EmptyQueue, counts: Counts | null): boolean {
  return counts !== null && counts.waiting > 0 && empty.why !== 'ONLY_YOUR_OWN';
}
