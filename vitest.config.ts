import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

/** Suites that think about wall clocks run a second time in a zone of the other hemisphere. */
const zoned = [
  'test/shared/session/**/*.scenario.test.ts',
  'test/shared/time/**/*.test.ts',
  'test/tools/time-zone.test.ts',
];

/** Programs that tests start from the sources are compiled once; what was is kept for the next. */
const compiled = { NODE_COMPILE_CACHE: join(import.meta.dirname, 'out', 'test', 'compiled') };
const copenhagen = { TZ: 'Europe/Copenhagen' };

/**
 * Long, since a busy machine, or one that stands still for seconds, is no reason to fail; a test that hangs still ends.
 * What is waited for inside a test ends before it, and so says what was missed.
 */
const patient = { testTimeout: 120_000, hookTimeout: 120_000, expect: { poll: { timeout: 60_000 } } };

/** Rules keep nothing between two calls: their tests share what was loaded, which takes longer than most of them. */
const pure = { isolate: false };

export default defineConfig({
  test: {
    // Many wait for a disk or a thread of their own: one worker for each core, where the default keeps one core free.
    maxWorkers: '100%',
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: ['test/shared/**', 'test/e2e/**', 'test/standin/**', 'test/**/*.peer.test.ts'],
          env: { ...copenhagen, ...compiled },
          globalSetup: 'test/helpers/build-workers.ts',
          setupFiles: ['test/helpers/bundled-workers.ts', 'test/helpers/quick-secrets.ts'],
          ...patient,
        },
      },
      { test: { name: 'unit-rules', include: ['test/shared/**/*.test.ts'], env: copenhagen, ...patient, ...pure } },
      {
        test: { name: 'unit-santiago', include: zoned, env: { TZ: 'America/Santiago' }, ...patient, ...pure },
      },
      {
        // Needs a browser, so it belongs to `npm test`, not to `npm run check`. One app at a time.
        test: {
          name: 'stand-in',
          include: ['test/standin/**/*.test.ts'],
          env: copenhagen,
          ...patient,
          fileParallelism: false,
        },
      },
      {
        // Some listen to a minute of real sound or light.
        test: {
          name: 'peers',
          include: ['test/peers/**/*.peer.test.ts'],
          env: copenhagen,
          ...patient,
          testTimeout: 240_000,
        },
      },
    ],
  },
});
