import { defineConfig } from 'playwright/test';

/** Apps in which no session's clock or sound is looked at: they may run beside another. As many as take as long as the rest. */
const unhurried =
  '**/{record-{archive,backup,compare,health,keys,restore,retention,search,waiting},leak,music-library,music-sets,own-music,intake-nurse,lamps,lamps-broker,settings-file}.spec.ts';

/**
 * One app at a time whose session's clock or sound is looked at: they are the machine's. Apps without, and the screens on the
 * preview, judge no time and may run beside others. A test that needs a second try is a broken test.
 */
export default defineConfig({
  testDir: 'test/e2e',
  outputDir: 'out/test/artefacts',
  workers: 1,
  projects: [
    { name: 'app', testMatch: '**/*.spec.ts', testIgnore: ['**/*-screens.spec.ts', unhurried] },
    { name: 'unhurried', testMatch: unhurried, fullyParallel: true },
    { name: 'screens', testMatch: '**/*-screens.spec.ts', fullyParallel: true },
  ],
  retries: 0,
  // Both only end what hangs: a machine may be slow. A time that is promised stands in the spec that looks at it.
  timeout: 300_000,
  expect: { timeout: 30_000 },
  forbidOnly: process.env['CI'] !== undefined,
  reporter: [['list'], ['json', { outputFile: 'out/test/e2e.json' }]],
});
