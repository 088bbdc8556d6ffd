import { useCallback, useEffect, useReducer, useRef, useState } from 'react';
import type { HeldClaim } from '../api/client';
import { api } from '../api/client';
import { ApiError } from '../api/problem';
import type { LeaseState, LeaseWord } from './lease';
import { granted, leaseReducer, wordOf } from './lease';

export interface LeaseHold {
  lease: LeaseState;
  word: LeaseWord;
  /** Milliseconds until the lease ends. */
  left: number;
  /** To be called when another answer said that the lease is lost. */
  lose: () => void;
}

/** Keeps the lease alive and says how long it still holds. */
export function useLease(claim: HeldClaim): LeaseHold {
  const { caseId } = claim.case;
  const { token } = claim;
  const every = claim.heartbeatSeconds * 1000;
  const [lease, dispatch] = useReducer(leaseReducer, claim, (first) => granted(performance.now(), first.until, first.heartbeatSeconds * 1000));
  const [now, setNow] = useState(() => performance.now());
  const current = useRef(lease);
  useEffect(() => {
    current.current = lease;
  }, [lease]);
  useEffect(() => {
    let asking = false;
    let stopped = false;
    const beat = async () => {
      asking = true;
      try {
        const until = await api.heartbeat(caseId, token);
        if (!stopped) {
          dispatch({ type: 'RENEWED', at: performance.now(), until, every });
        }
      } catch (error) {
        if (!stopped) {
          dispatch(ApiError.of(error).kind === 'lease-lost' ? { type: 'REFUSED' } : { type: 'FAILED', now: performance.now() });
        }
      } finally {
        asking = false;
      }
    };
    const tick = () => {
      const moment = performance.now();
      setNow(moment);
      dispatch({ type: 'TICKED', now: moment });
      const state = current.current;
      if (state.phase !== 'LOST' && moment >= state.nextBeat && !asking) {
        void beat();
      }
    };
    const timer = setInterval(tick, 1000);
    document.addEventListener('visibilitychange', tick);
    return () => {
      stopped = true;
      clearInterval(timer);
      document.removeEventListener('visibilitychange', tick);
    };
  }, [caseId, token, every]);
  const lose = useCallback(() => {
    dispatch({ type: 'REFUSED' });
  }, []);
  const left = lease.phase === 'LOST' ? 0 : Math.max(0, lease.until - now);
  return { lease, word: wordOf(lease, left, every), left, lose };
}
