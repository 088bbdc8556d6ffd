import { cleanup, configure } from '@testing-library/react';
import { afterEach } from 'vitest';

/** What a browser has and the test environment lacks: nothing is laid out here, so there is nothing to observe or draw. */
class NoResizes implements ResizeObserver {
  observe = () => undefined;
  unobserve = () => undefined;
  disconnect = () => undefined;
}

globalThis.ResizeObserver ??= NoResizes;
globalThis.CSS ??= { escape: (text: string) => text.replace(/[^\w-]/g, '\\$&') } as typeof CSS;
HTMLCanvasElement.prototype.getContext = () => null;

// A busy machine is slow; a test that waits for what never comes fails all the same.
configure({ asyncUtilTimeout: 30_000 });

afterEach(() => {
  cleanup();
  localStorage.clear();
  sessionStorage.clear();
});
