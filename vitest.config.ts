import { defineConfig } from 'vitest/config';

/** Suites that think about wall clocks run a second time in a zone of the other hemisphere. */
const zoned = [
  'test/shared/session/**/*.scenario.test.ts',
  'test/shared/time/**/*.test.ts',
  'test/tools/time-zone.test.ts',
];

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: ['test/e2e/**', 'test/**/*.peer.test.ts'],
          env: { TZ: 'Europe/Copenhagen' },
        },
      },
      { test: { name: 'unit-santiago', include: zoned, env: { TZ: 'America/Santiago' } } },
      { test: { name: 'peers', include: ['test/peers/**/*.peer.test.ts'], env: { TZ: 'Europe/Copenhagen' } } },
    ],
  },
});
