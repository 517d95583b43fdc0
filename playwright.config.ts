import { defineConfig } from 'playwright/test';

/** One app at a time: a session's clock and sound are the machine's, and a test that needs a second try is a broken test. */
export default defineConfig({
  testDir: 'test/e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'out/test/artefacts',
  workers: 1,
  retries: 0,
  timeout: 60_000,
  forbidOnly: process.env['CI'] !== undefined,
  reporter: [['list'], ['json', { outputFile: 'out/test/e2e.json' }]],
});
