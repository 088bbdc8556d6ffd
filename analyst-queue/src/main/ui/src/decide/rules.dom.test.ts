import { act, renderHook } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { decisions } from '../api/types';
import { digitOf } from './DecisionForm';
import { readDraft, useDraft } from './draft';
import { isSerious, noteTooShort } from './rules';

describe('a note', () => {
  it('is needed for every decision but one', () => {
    expect(decisions.filter((decision) => !noteTooShort(decision, ''))).toEqual(['NO_FINDING']);
  });

  it('is long enough from ten characters on, blanks around it apart', () => {
    expect(noteTooShort('ESCALATE', '  123456789  ')).toBe(true);
    expect(noteTooShort('ESCALATE', '1234567890')).toBe(false);
    expect(noteTooShort(null, '')).toBe(false);
  });
});

it('asks once more only where a container is stopped or opened, or others are called in', () => {
  expect(decisions.filter(isSerious)).toEqual(['INSPECT_AT_ORIGIN', 'RECOMMEND_DO_NOT_LOAD', 'CONTROL_ON_ARRIVAL', 'ESCALATE']);
});

it('gives every decision the same digit in every case', () => {
  expect(decisions.map(digitOf)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
});

describe('a draft', () => {
  it('survives a reload, case by case, until it is forgotten', () => {
    const { result } = renderHook(() => useDraft('case-1'));
    act(() => {
      result.current.change({ decision: 'ESCALATE', note: 'something at the doors' });
    });
    expect(readDraft('case-1')).toEqual({ decision: 'ESCALATE', note: 'something at the doors' });
    expect(readDraft('case-2')).toEqual({ decision: null, note: '' });
    act(() => {
      result.current.forget();
    });
    expect(readDraft('case-1').note).toBe('');
  });

  it('is empty when what was kept makes no sense', () => {
    sessionStorage.setItem('bovenstrooms.draft.case-1', '{broken');
    expect(readDraft('case-1')).toEqual({ decision: null, note: '' });
    sessionStorage.setItem('bovenstrooms.draft.case-1', '{"decision":"BURN","note":7}');
    expect(readDraft('case-1')).toEqual({ decision: null, note: '' });
  });
});
