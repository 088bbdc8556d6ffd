import type { Counts } from '../api/types';

/** The part of an `EventSource` that is used here. */
export interface Stream {
  onmessage: ((event: MessageEvent<string>) => void) | null;
  onerror: ((event: Event) => void) | null;
  close: () => void;
}

interface Options {
  open: () => Stream;
  /** An ordinary call: it gives counts while the stream is down, and tells whether the session has ended. */
  ask: () => Promise<Counts>;
  onCounts: (counts: Counts) => void;
  onLive: (live: boolean) => void;
}

const shortestWait = 1000;
const longestWait = 15_000;

/** Follows the counts as they change. When the stream breaks it is opened again, ever more slowly. Returns how to stop. */
export function followCounts({ open, ask, onCounts, onLive }: Options): () => void {
  let stream: Stream | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let wait = shortestWait;
  let stopped = false;
  const catchUp = async () => {
    try {
      const counts = await ask();
      if (!stopped) {
        onCounts(counts);
      }
    } catch {
      // The stream is tried again in any case, and an ended session is told where calls are made.
    }
  };
  const connect = () => {
    const opened = open();
    stream = opened;
    opened.onmessage = (event) => {
      wait = shortestWait;
      onLive(true);
      onCounts(JSON.parse(event.data) as Counts);
    };
    opened.onerror = () => {
      opened.close();
      if (stopped) {
        return;
      }
      onLive(false);
      void catchUp();
      timer = setTimeout(connect, wait);
      wait = Math.min(longestWait, wait * 2);
    };
  };
  connect();
  return () => {
    stopped = true;
    clearTimeout(timer);
    stream?.close();
  };
}
