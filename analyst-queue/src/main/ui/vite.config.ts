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
  test: {
    restoreMocks: true,
    testTimeout: 120_000,
    hookTimeout: 120_000,
    projects: [
      { extends: true, test: { name: 'logic', environment: 'node', include: ['src/**/*.test.ts'], exclude: ['src/**/*.dom.test.ts'] } },
      // A document takes seconds to set up; only tests that need one get it.
      { extends: true, test: { name: 'pages', environment: 'jsdom', include: ['src/**/*.dom.test.{ts,tsx}'], setupFiles: ['./src/testing/setup.ts'] } },
    ],
  },
}));
