import { defineConfig } from 'playwright/test';

/**
 * One app at a time: a session's clock and sound are the machine's. The screens on the preview share nothing and run two at
 * a time, apart from the apps. A test that needs a second try is a broken test.
 */
export default defineConfig({
  testDir: 'test/e2e',
  outputDir: 'out/test/artefacts',
  workers: 1,
  projects: [
    { name: 'app', testMatch: '**/*.spec.ts', testIgnore: '**/*-screens.spec.ts' },
    { name: 'screens', testMatch: '**/*-screens.spec.ts', fullyParallel: true },
  ],
  retries: 0,
  timeout: 60_000,
  forbidOnly: process.env['CI'] !== undefined,
  reporter: [['list'], ['json', { outputFile: 'out/test/e2e.json' }]],
});
