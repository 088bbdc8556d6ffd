import { useState } from 'react';
import type { Decision } from '../api/types';
import { decisions } from '../api/types';

export interface Draft {
  decision: Decision | null;
  note: string;
}

const empty: Draft = { decision: null, note: '' };

const keyOf = (caseId: string) => `bovenstrooms.draft.${caseId}`;

export function readDraft(caseId: string): Draft {
  const kept = sessionStorage.getItem(keyOf(caseId));
  if (kept === null) {
    return empty;
  }
  try {
    const { decision, note } = JSON.parse(kept) as Partial<Draft>;
    return { decision: decisions.find((known) => known === decision) ?? null, note: typeof note === 'string' ? note : '' };
  } catch {
    return empty;
  }
}

/** The decision being made; it survives a reload and a new sign-in in this window. */
export function useDraft(caseId: string): { draft: Draft; change: (draft: Draft) => void; forget: () => void } {
  const [draft, setDraft] = useState(() => readDraft(caseId));
  return {
    draft,
    change: (next) => {
      sessionStorage.setItem(keyOf(caseId), JSON.stringify(next));
      setDraft(next);
    },
    forget: () => {
      sessionStorage.removeItem(keyOf(caseId));
    },
  };
}
