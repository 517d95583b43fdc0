import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

/** A browser that can draw the windows: where it is and what to call it. */
export interface FoundBrowser {
  readonly path: string;
  readonly name: string;
}

function runnable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function onPath(names: readonly string[]): string[] {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
}

function usualPlaces(): string[] {
  if (process.platform === 'darwin')
    return ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    );
  if (process.platform === 'win32') {
    const roots = [process.env['PROGRAMFILES'], process.env['PROGRAMFILES(X86)'], process.env['LOCALAPPDATA']];
    const tails = [
      'Google\\Chrome\\Application\\chrome.exe',
      'Chromium\\Application\\chrome.exe',
      'Microsoft\\Edge\\Application\\msedge.exe',
    ];
    return tails.flatMap((tail) => roots.flatMap((root) => (root === undefined ? [] : [join(root, tail)])));
  }
  return onPath(['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge']);
}

/** Browsers that `playwright install` has put into its cache, newest first. */
function playwrightPlaces(): string[] {
  const cache =
    process.platform === 'darwin'
      ? 'Library/Caches/ms-playwright'
      : process.platform === 'win32'
        ? 'AppData/Local/ms-playwright'
        : '.cache/ms-playwright';
  const root = process.env['PLAYWRIGHT_BROWSERS_PATH'] ?? join(homedir(), cache);
  if (!existsSync(root)) return [];
  const inside = [
    'chrome-linux64/chrome',
    'chrome-linux/chrome',
    'chrome-win64/chrome.exe',
    'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
  ];
  const folders = readdirSync(root).filter((name) => /^chromium-\d+$/.test(name));
  return folders
    .toSorted()
    .toReversed()
    .flatMap((folder) => inside.map((tail) => join(root, folder, tail)));
}

function nameOf(path: string): string {
  if (/edge/i.test(path)) return 'Edge';
  return /chromium/i.test(path) ? 'Chromium' : 'Chrome';
}

/** The browser to draw windows with: STILLROOM_BROWSER if it is set (and nothing else then), or the first one installed; null without one. */
export function findBrowser(): FoundBrowser | null {
  const asked = process.env['STILLROOM_BROWSER'];
  const places = asked === undefined || asked === '' ? [...usualPlaces(), ...playwrightPlaces()] : [asked];
  const path = places.find(runnable);
  return path === undefined ? null : { path, name: nameOf(path) };
}
