import { defineConfig } from 'playwright/test';

/** Apps in which no session's clock or sound is looked at: they may run beside another. */
const unhurried =
  '**/{record-{archive,backup,compare,health,keys,restore,retention,search,waiting},leak,music-library,music-sets,own-music,intake-nurse,lamps,lamps-broker,sending,settings-file}.spec.ts';

/** Where others use the processor too: longer patience, since no time is judged there. */
const patience = { timeout: 15_000 };

/**
 * One app at a time: a session's clock and sound are the machine's. Apps without, and the screens on the preview, judge no
 * time and may run beside others. A test that needs a second try is a broken test.
 */
export default defineConfig({
  testDir: 'test/e2e',
  outputDir: 'out/test/artefacts',
  workers: 1,
  projects: [
    { name: 'app', testMatch: '**/*.spec.ts', testIgnore: ['**/*-screens.spec.ts', unhurried] },
    { name: 'unhurried', testMatch: unhurried, fullyParallel: true, expect: patience },
    { name: 'screens', testMatch: '**/*-screens.spec.ts', fullyParallel: true, expect: patience },
  ],
  retries: 0,
  timeout: 60_000,
  forbidOnly: process.env['CI'] !== undefined,
  reporter: [['list'], ['json', { outputFile: 'out/test/e2e.json' }]],
});
