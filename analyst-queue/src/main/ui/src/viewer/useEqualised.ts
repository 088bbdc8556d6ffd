import { useEffect, useState } from 'react';
import type { ClaheQuestion } from './clahe.worker';
import type { Channel } from './raster';

/** The locally equalised levels of a channel, made beside the page so that it stays at hand; null until they are there. */
export function useEqualised(channel: Channel | null, wanted: boolean): Uint16Array | null {
  const [made, setMade] = useState<{ channel: Channel; levels: Uint16Array } | null>(null);
  const needed = wanted && channel !== null && made?.channel !== channel;
  useEffect(() => {
    if (!needed) {
      return undefined;
    }
    const worker = new Worker(new URL('./clahe.worker.ts', import.meta.url), { type: 'module' });
    worker.onmessage = ({ data }: MessageEvent<Uint16Array>) => {
      setMade({ channel, levels: data });
      worker.terminate();
    };
    const question: ClaheQuestion = { samples: channel.samples, width: channel.width, height: channel.height, full: channel.full };
    worker.postMessage(question);
    return () => {
      worker.terminate();
    };
  }, [channel, needed]);
  return made !== null && made.channel === channel ? made.levels : null;
}
