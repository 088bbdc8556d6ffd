import { useMutation } from '@tanstack/react-query';
import type { HeldClaim } from '../api/client';
import { api } from '../api/client';
import { ApiError } from '../api/problem';
import type { Decision, DecisionTaken } from '../api/types';

export interface Decided {
  decision: Decision;
  note: string;
}

/**
 * Sends a decision. When no answer came it is unknown whether it was taken; it is sent again then, since the service takes the same
 * decision once and answers the same.
 */
export function useDeciding(claim: HeldClaim, onTaken: (taken: DecisionTaken) => void, onFailed: (failure: ApiError) => void) {
  return useMutation({
    mutationFn: ({ decision, note }: Decided) => api.decide(claim.case, claim.token, decision, note.trim()),
    retry: (failures, error) => failures < 2 && ApiError.of(error).reason === 'OFFLINE',
    retryDelay: (failures) => 1000 * 2 ** failures,
    onSuccess: onTaken,
    onError: (error) => {
      onFailed(ApiError.of(error));
    },
  });
}
