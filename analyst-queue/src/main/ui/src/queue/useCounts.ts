import { useEffect, useState } from 'react';
import { api } from '../api/client';
import type { Counts } from '../api/types';
import { followCounts } from './followCounts';

export interface LiveCounts {
  counts: Counts | null;
  live: boolean;
}

export function useCounts(): LiveCounts {
  const [counts, setCounts] = useState<Counts | null>(null);
  const [live, setLive] = useState(false);
  useEffect(() => followCounts({ open: () => new EventSource(api.countsStream), ask: api.counts, onCounts: setCounts, onLive: setLive }), []);
  return { counts, live };
}
