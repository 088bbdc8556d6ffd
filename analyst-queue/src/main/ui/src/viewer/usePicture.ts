import { useCallback, useEffect, useState } from 'react';
import type { ImageAddress } from '../api/client';
import { api } from '../api/client';
import { ApiError } from '../api/problem';
import type { Channel } from './raster';
import { decodeRaster } from './raster';

export interface Picture {
  /** The higher energy, or the only one. */
  high: Channel;
  low: Channel | null;
}

export type PictureState =
  | { phase: 'none' }
  | { phase: 'loading'; progress: number }
  | { phase: 'failed'; failure: ApiError }
  | { phase: 'shown'; picture: Picture };

async function load(address: ImageAddress, lease: string, signal: AbortSignal, progress: (share: number) => void): Promise<Picture> {
  const { image } = address;
  const parts = image.channels.map(() => 0);
  const channels = await Promise.all(
    image.channels.map(async ({ energy, bits }, index) => {
      const received = await api.channel(address, energy, lease, signal, (share) => {
        parts[index] = share;
        progress(parts.reduce((sum, part) => sum + part, 0) / parts.length);
      });
      return { energy, channel: decodeRaster(received, image.width, image.height, bits) };
    }),
  );
  const low = channels.find(({ energy }) => energy === 'LOW')?.channel ?? null;
  const high = channels.find(({ energy }) => energy !== 'LOW')?.channel ?? low;
  if (high === null) {
    throw new ApiError('SERVER', 0, 'no-channel');
  }
  return { high, low: high === low ? null : low };
}

/** Fetches the channels of one image. */
export function usePicture(address: ImageAddress | null, lease: string): { state: PictureState; retry: () => void } {
  const [state, setState] = useState<PictureState>({ phase: 'none' });
  const [attempt, setAttempt] = useState(0);
  const caseId = address?.caseId;
  const otherScanId = address?.otherScanId ?? null;
  const image = address?.image;

  useEffect(() => {
    if (caseId === undefined || image === undefined) {
      setState({ phase: 'none' });
      return undefined;
    }
    const abort = new AbortController();
    setState({ phase: 'loading', progress: 0 });
    load({ caseId, otherScanId, image }, lease, abort.signal, (share) => {
      const progress = Math.floor(share * 100);
      setState((known) => (known.phase === 'loading' && known.progress !== progress ? { phase: 'loading', progress } : known));
    })
      .then((picture) => {
        if (!abort.signal.aborted) {
          setState({ phase: 'shown', picture });
        }
      })
      .catch((error: unknown) => {
        if (!abort.signal.aborted) {
          setState({ phase: 'failed', failure: ApiError.of(error) });
        }
      });
    return () => {
      abort.abort();
    };
  }, [caseId, otherScanId, image, lease, attempt]);

  const retry = useCallback(() => {
    setAttempt((before) => before + 1);
  }, []);
  return { state, retry };
}
