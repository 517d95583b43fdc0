import { readFileSync } from 'node:fs';
import { findBrowser } from './browser/find.ts';
import { exitCodes, giveUp, host } from './host.ts';

// What the main process of Electron finds on `process`.
const version = (
  JSON.parse(readFileSync(new URL('../../node_modules/electron/package.json', import.meta.url), 'utf8')) as {
    version: string;
  }
).version;
Object.defineProperty(process.versions, 'electron', { value: version, enumerable: true });
Object.assign(process, { type: 'browser', defaultApp: true });

const browser = findBrowser();
if (browser === null)
  giveUp(
    exitCodes.noBrowser,
    'Stillroom needs Chromium or Chrome to show its windows here and found neither: install one, or name one in STILLROOM_BROWSER.',
  );
if (process.platform === 'linux' && !host.headless && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY'])
  giveUp(
    exitCodes.noDisplay,
    'There is no display to show windows on: start Stillroom from a desktop session, or set STILLROOM_HEADLESS=1 to run it without windows.',
  );
if (process.env['STILLROOM_QUIET'] !== '1')
  process.stdout.write(`Opened through the stand-in in ${browser.name} (Electron's binary is not here)\n`);
