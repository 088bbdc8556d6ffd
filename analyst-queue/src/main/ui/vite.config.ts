import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { fakeService } from './dev/fake-service.ts';

const service = process.env.BOVENSTROOMS_SERVICE ?? 'http://localhost:8083';
const served = ['/api', '/sign-in', '/sign-out', '/q'];

export default defineConfig(({ mode }) => ({
  plugins: [react(), ...(mode === 'fake' ? [fakeService()] : [])],
  server: mode === 'fake' ? {} : { proxy: Object.fromEntries(served.map((path) => [path, service])) },
  build: {
    outDir: process.env.BOVENSTROOMS_UI_OUT ?? 'dist',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 700,
    modulePreload: { polyfill: false },
    // Older targets would rewrite light-dark(), and then the theme chosen by hand no longer reaches it.
    cssTarget: ['chrome123', 'edge123', 'firefox120', 'safari17.5'],
  },
  worker: { format: 'es' },
  test: { environment: 'jsdom', restoreMocks: true, testTimeout: 60_000, setupFiles: ['./src/testing/setup.ts'] },
}));
