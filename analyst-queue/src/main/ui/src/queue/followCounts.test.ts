import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ApiError } from '../api/problem';
import type { Counts, EmptyQueue } from '../api/types';
import type { Stream } from './followCounts';
import { followCounts } from './followCounts';
import { mayHaveChanged, pressureOf } from './waiting';

const counts: Counts = { waiting: 3, claimed: 1, secondReadings: 1, decidedToday: 9, oldestWaitingSince: '2026-11-24T08:00:00Z', nextDeadline: '2026-11-24T12:00:00Z', unreadAlarm: false };

class FakeStream implements Stream {
  onmessage: ((event: MessageEvent<string>) => void) | null = null;
  onerror: ((event: Event) => void) | null = null;
  closed = false;
  close() {
    this.closed = true;
  }
  say(value: Counts) {
    this.onmessage?.(new MessageEvent('message', { data: JSON.stringify(value) }));
  }
  breakDown() {
    this.onerror?.(new Event('error'));
  }
}

describe('following the counts', () => {
  let streams: FakeStream[];
  const heard: Counts[] = [];
  const live: boolean[] = [];
  let ask: () => Promise<Counts>;
  let stop: () => void;

  beforeEach(() => {
    vi.useFakeTimers();
    streams = [];
    heard.length = 0;
    live.length = 0;
    ask = () => Promise.resolve({ ...counts, waiting: 99 });
    stop = followCounts({
      open: () => {
        const stream = new FakeStream();
        streams.push(stream);
        return stream;
      },
      ask: () => ask(),
      onCounts: (value) => heard.push(value),
      onLive: (value) => live.push(value),
    });
  });
  afterEach(() => {
    stop();
    vi.useRealTimers();
  });

  it('passes on what comes', () => {
    streams[0]?.say(counts);
    expect(heard).toEqual([counts]);
    expect(live).toEqual([true]);
  });

  it('asks once when the stream breaks, and opens it again ever more slowly', async () => {
    streams[0]?.breakDown();
    await vi.advanceTimersByTimeAsync(0);
    expect(heard.map(({ waiting }) => waiting)).toEqual([99]);
    expect(live).toEqual([false]);
    await vi.advanceTimersByTimeAsync(999);
    expect(streams).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(streams).toHaveLength(2);
    streams[1]?.breakDown();
    await vi.advanceTimersByTimeAsync(1999);
    expect(streams).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(1);
    expect(streams).toHaveLength(3);
    expect(streams[0]?.closed).toBe(true);
  });

  it('starts quickly again after it worked', async () => {
    for (const wait of [1000, 2000]) {
      streams.at(-1)?.breakDown();
      await vi.advanceTimersByTimeAsync(wait);
    }
    streams.at(-1)?.say(counts);
    streams.at(-1)?.breakDown();
    await vi.advanceTimersByTimeAsync(1000);
    expect(streams).toHaveLength(4);
  });

  it('goes on when asking fails, too', async () => {
    ask = () => Promise.reject(new ApiError('OFFLINE'));
    streams[0]?.breakDown();
    await vi.advanceTimersByTimeAsync(1000);
    expect(streams).toHaveLength(2);
    expect(heard).toEqual([]);
  });

  it('does nothing any more after it was stopped', async () => {
    streams[0]?.breakDown();
    stop();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(streams).toHaveLength(1);
    expect(heard).toEqual([]);
  });
});

describe('pressure', () => {
  const now = Date.parse('2026-11-24T10:00:00Z');

  it('is how long the oldest waits and how long is left to the next deadline', () => {
    expect(pressureOf(counts, now)).toEqual({ oldest: 2 * 3600_000, deadline: 2 * 3600_000 });
    expect(pressureOf({ ...counts, nextDeadline: '2026-11-24T09:59:00Z' }, now).deadline).toBe(-60_000);
    expect(pressureOf({ ...counts, oldestWaitingSince: null, nextDeadline: null }, now)).toEqual({ oldest: null, deadline: null });
  });

  it('lifts an empty queue when a case comes, unless only own ones wait', () => {
    const empty: EmptyQueue = { why: 'NOTHING_WAITS', text: { nl: '', en: '' }, claimed: 0 };
    expect(mayHaveChanged(empty, counts)).toBe(true);
    expect(mayHaveChanged(empty, { ...counts, waiting: 0 })).toBe(false);
    expect(mayHaveChanged({ ...empty, why: 'ONLY_YOUR_OWN' }, counts)).toBe(false);
    expect(mayHaveChanged(empty, null)).toBe(false);
  });
});
