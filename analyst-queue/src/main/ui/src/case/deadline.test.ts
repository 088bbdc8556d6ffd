import { describe, expect, it } from 'vitest';
import { timeLeft, urgencyOf } from './deadline';
import { flagsOf } from './flags';

const hour = 3_600_000;

describe('a deadline', () => {
  it('leaves the time until it', () => {
    const now = Date.parse('2026-11-24T10:00:00Z');
    expect(timeLeft({ at: '2026-11-24T12:30:00+01:00', kind: 'CUT_OFF', missing: [] }, now)).toBe(1.5 * hour);
    expect(timeLeft({ at: null, kind: 'NONE', missing: ['CUT_OFF'] }, now)).toBeNull();
  });

  it.each([
    [null, 'NONE'],
    [0, 'PASSED'],
    [-1, 'PASSED'],
    [1, 'CLOSE'],
    [2 * hour - 1, 'CLOSE'],
    [2 * hour, 'SOON'],
    [12 * hour - 1, 'SOON'],
    [12 * hour, 'AMPLE'],
  ] as const)('with %s ms left is %s', (left, urgency) => {
    expect(urgencyOf(left)).toBe(urgency);
  });
});

describe('flags', () => {
  const manifest = { contingency: false, equipment: [], consignments: [] };
  const scan = { scanId: 's', tenant: 't', receivedAt: '2026-11-24T10:00:00Z', flags: ['CHECK_DIGIT_WRONG', 'ETA_MISSING', 'HS_UNREADABLE', 'SOMETHING_NEW'] };

  it('leave out what is told elsewhere and keep what is new', () => {
    expect(flagsOf({ scan, manifest, checkDigit: 'WRONG' })).toEqual(['HS_UNREADABLE', 'SOMETHING_NEW']);
  });

  it('tell of the wrong number of another container of the scan', () => {
    expect(flagsOf({ scan, manifest, checkDigit: 'CORRECT' })).toContain('CHECK_DIGIT_WRONG');
  });

  it('tell of emergency mode and corrections first', () => {
    expect(flagsOf({ scan: { ...scan, flags: [] }, manifest: { ...manifest, contingency: true, correctionOf: 'm' }, checkDigit: null })).toEqual(['CONTINGENCY', 'CORRECTION']);
  });
});
