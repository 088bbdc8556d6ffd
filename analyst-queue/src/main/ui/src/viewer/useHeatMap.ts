import { useEffect, useState } from 'react';
import { api } from '../api/client';
import type { Region, Revealed } from '../api/types';
import type { Channel } from './raster';
import { decodeRaster } from './raster';

export type HeatState =
  | { phase: 'none' }
  | { phase: 'loading' }
  /** A picture without its heat map is still a picture. */
  | { phase: 'failed' }
  | { phase: 'shown'; channel: Channel; region: Region };

/** Fetches the heat map once the marks were asked for. */
export function useHeatMap(caseId: string, lease: string, revealed: Revealed | null): HeatState {
  const [state, setState] = useState<HeatState>({ phase: 'none' });
  const heatMap = revealed?.heatMap ?? null;
  useEffect(() => {
    if (heatMap === null) {
      return undefined;
    }
    const abort = new AbortController();
    setState({ phase: 'loading' });
    api
      .heatMap(caseId, lease, abort.signal)
      .then((received) => {
        setState({ phase: 'shown', channel: decodeRaster(received, heatMap.width, heatMap.height, 8), region: heatMap.region });
      })
      .catch(() => {
        if (!abort.signal.aborted) {
          setState({ phase: 'failed' });
        }
      });
    return () => {
      abort.abort();
    };
  }, [caseId, lease, heatMap]);
  return state;
}
