import { describe, expect, it } from 'vitest';
import { granted, leaseReducer, mayDecide, retryAfter, wordOf } from './lease';

const held = granted(1000, 121_000, 40_000);

describe('a lease', () => {
  it('is renewed at the pace the service asks for', () => {
    expect(held).toEqual({ phase: 'HELD', until: 121_000, nextBeat: 41_000 });
    expect(leaseReducer(held, { type: 'RENEWED', at: 41_000, until: 161_000, every: 40_000 })).toEqual({ phase: 'HELD', until: 161_000, nextBeat: 81_000 });
  });

  it('stays usable while renewing fails, until exactly its end', () => {
    const unsure = leaseReducer(held, { type: 'FAILED', now: 41_000 });
    expect(unsure).toMatchObject({ phase: 'UNSURE', nextBeat: 41_000 + retryAfter });
    expect(mayDecide(unsure)).toBe(true);
    expect(leaseReducer(unsure, { type: 'TICKED', now: 120_999 })).toBe(unsure);
    const expired = leaseReducer(unsure, { type: 'TICKED', now: 121_000 });
    expect(expired.phase).toBe('EXPIRED');
    expect(mayDecide(expired)).toBe(false);
  });

  it('comes back when the service renews it after all', () => {
    const expired = leaseReducer(held, { type: 'FAILED', now: 121_000 });
    expect(expired.phase).toBe('EXPIRED');
    expect(leaseReducer(expired, { type: 'RENEWED', at: 122_000, until: 242_000, every: 40_000 }).phase).toBe('HELD');
  });

  it('is ending when less is left than there ever is between two signs of life', () => {
    expect(wordOf(held, 40_000, 40_000)).toBe('HELD');
    expect(wordOf(held, 39_999, 40_000)).toBe('ENDING');
    expect(wordOf({ phase: 'LOST' }, 0, 40_000)).toBe('LOST');
  });

  it('is lost for good when the service says so', () => {
    const lost = leaseReducer(held, { type: 'REFUSED' });
    expect(leaseReducer(lost, { type: 'RENEWED', at: 50_000, until: 99_000, every: 1 })).toEqual({ phase: 'LOST' });
    expect(leaseReducer(lost, { type: 'FAILED', now: 1 })).toEqual({ phase: 'LOST' });
    expect(mayDecide(lost)).toBe(false);
  });
});
