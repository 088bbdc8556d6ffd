/** Where the pointer is, in coordinates of the maps; all linked maps and the readout follow it. */
export interface Pointer {
  at: () => number[] | null;
  move: (at: number[] | null) => void;
  subscribe: (listener: () => void) => () => void;
}

export function createPointer(): Pointer {
  let current: number[] | null = null;
  const listeners = new Set<() => void>();
  return {
    at: () => current,
    move: (at) => {
      current = at;
      listeners.forEach((listener) => {
        listener();
      });
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
