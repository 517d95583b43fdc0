import { existsSync } from 'node:fs';
import path from 'node:path';
import { run } from './child.mjs';
import { installPackages, mayInstall } from './debian.mjs';
import { inRoot } from './paths.mjs';
import { PlainError, showStep } from './say.mjs';

/**
 * Where browsers of the Chromium family are usually installed.
 * @param {string} platform as process.platform
 * @param {NodeJS.ProcessEnv} env
 * @returns {readonly string[]}
 */
export function usualPlaces(platform, env) {
  if (platform === 'darwin') {
    return ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    );
  }
  if (platform === 'win32') {
    const folders = [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']].filter(
      (folder) => folder !== undefined,
    );
    const programs = [
      'Google/Chrome/Application/chrome.exe',
      'Chromium/Application/chrome.exe',
      'Microsoft/Edge/Application/msedge.exe',
    ];
    return folders.flatMap((folder) => programs.map((program) => path.join(folder, program)));
  }
  const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge'];
  const folders = [...(env['PATH'] ?? '').split(':'), '/usr/bin', '/snap/bin'].filter((folder) => folder !== '');
  return names.flatMap((name) => folders.map((folder) => path.join(folder, name)));
}

/**
 * An installed browser, or Playwright's own; null where there is neither.
 * @param {string} node
 * @returns {Promise<string | null>}
 */
export async function findBrowser(node) {
  const named = process.env['STILLROOM_BROWSER'];
  if (named !== undefined && named !== '') return existsSync(named) ? named : null;
  const installed = usualPlaces(process.platform, process.env).find((file) => existsSync(file));
  if (installed !== undefined) return installed;
  const code = "process.stdout.write(require('playwright').chromium.executablePath())";
  const asked = await run(node, ['--eval', code], { cwd: inRoot(), quiet: true });
  const own = asked.output.trim();
  return asked.code === 0 && existsSync(own) ? own : null;
}

/**
 * The browser that tests and the demo use; on Debian as root it is installed where it is missing.
 * @param {string} node
 * @returns {Promise<string>}
 */
export async function browserFor(node) {
  const found = await findBrowser(node);
  if (found !== null) return found;
  if (mayInstall()) {
    await showStep("installing Debian's chromium", () => installPackages(['chromium']));
    const installed = await findBrowser(node);
    if (installed !== null) return installed;
  }
  throw new PlainError(
    'The app needs a browser here and found none. Install Chromium or Chrome (on Debian: apt-get install chromium), or run "npx playwright install chromium", or name one: STILLROOM_BROWSER=/path/to/chrome.',
  );
}
