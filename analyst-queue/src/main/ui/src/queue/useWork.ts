import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { ClaimAnswer, HeldClaim } from '../api/client';
import { api } from '../api/client';
import { ApiError } from '../api/problem';
import type { Decision, EmptyQueue, LocalText } from '../api/types';

/** How the case before this one ended. */
export type LastStep =
  | { type: 'DECIDED'; decision: Decision; container: string; told: LocalText | null }
  | { type: 'RELEASED' }
  /** Not ended at all: the same case, with other contents. */
  | { type: 'CHANGED' }
  | { type: 'LOST' };

export interface Work {
  held: HeldClaim | null;
  /** Asking whether a case is still held, for example after a reload. */
  resuming: boolean;
  claiming: boolean;
  failure: ApiError | null;
  empty: EmptyQueue | null;
  last: LastStep | null;
  next: () => void;
  finish: (last: LastStep) => void;
  /** Fetches the held case once more. */
  lookAgain: () => void;
}

const nothing: ClaimAnswer = { claim: null, empty: null };
const key = ['claim'];

/** The one case that this reader holds, and the way to the next. */
export function useWork(reader: boolean): Work {
  const client = useQueryClient();
  const navigate = useNavigate();
  const [last, setLast] = useState<LastStep | null>(null);
  const mine = useQuery({ queryKey: key, queryFn: api.myCase, enabled: reader, staleTime: Number.POSITIVE_INFINITY });
  const claiming = useMutation({
    mutationFn: api.nextCase,
    onSuccess: (answer) => {
      client.setQueryData(key, answer);
      void navigate(answer.claim === null ? '/' : '/case');
    },
    onError: () => {
      void navigate('/');
    },
  });
  const held = mine.data?.claim ?? null;
  const failed = claiming.error ?? mine.error;
  return {
    held,
    resuming: reader && mine.isPending,
    claiming: claiming.isPending,
    failure: failed === null ? null : ApiError.of(failed),
    empty: claiming.data?.empty ?? null,
    last,
    next: () => {
      const now = client.getQueryData<ClaimAnswer>(key);
      if (now !== undefined && now.claim !== null) {
        void navigate('/case');
        return;
      }
      if (!claiming.isPending) {
        claiming.mutate();
      }
    },
    finish: (step) => {
      setLast(step);
      client.setQueryData(key, nothing);
    },
    lookAgain: () => {
      setLast({ type: 'CHANGED' });
      void mine.refetch();
    },
  };
}
