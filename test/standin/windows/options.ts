import { isAbsolute } from 'node:path';
import { refuse } from '../strict.ts';
import type { BrowserWindowConstructorOptions } from '../surface/windows.ts';
import { readPreload } from './preload.ts';

const known = new Set([
  ...[
    'width',
    'height',
    'x',
    'y',
    'minWidth',
    'minHeight',
    'center',
    'show',
    'title',
    'icon',
    'backgroundColor',
    'fullscreen',
    'fullscreenable',
  ],
  ...[
    'kiosk',
    'frame',
    'resizable',
    'movable',
    'minimizable',
    'maximizable',
    'closable',
    'focusable',
    'alwaysOnTop',
    'skipTaskbar',
  ],
  ...['autoHideMenuBar', 'darkTheme', 'webPreferences', 'paintWhenInitiallyHidden', 'useContentSize'],
]);

const knownPreferences = new Set([
  ...[
    'preload',
    'sandbox',
    'contextIsolation',
    'nodeIntegration',
    'nodeIntegrationInWorker',
    'nodeIntegrationInSubFrames',
    'webSecurity',
  ],
  ...[
    'allowRunningInsecureContent',
    'experimentalFeatures',
    'webviewTag',
    'backgroundThrottling',
    'devTools',
    'spellcheck',
    'autoplayPolicy',
  ],
  ...[
    'additionalArguments',
    'disableDialogs',
    'safeDialogs',
    'navigateOnDragDrop',
    'enableWebSQL',
    'zoomFactor',
    'images',
    'javascript',
  ],
]);

/** What no window of a room may ask for, with the value that would be asking. */
const forbidden = [
  ['nodeIntegration', true, 'gives the page Node'],
  ['nodeIntegrationInWorker', true, 'gives workers of the page Node'],
  ['nodeIntegrationInSubFrames', true, 'gives frames of the page the preload'],
  ['contextIsolation', false, 'puts the preload within reach of the page'],
  ['sandbox', false, 'takes the page out of its sandbox'],
  ['webSecurity', false, 'lets the page read other origins'],
  ['allowRunningInsecureContent', true, 'lets insecure content in'],
  ['experimentalFeatures', true, 'switches on what is not finished'],
  ['webviewTag', true, 'lets the page embed others'],
] as const;

/** Refuses window options that the app must never ask for, or that the stand-in does not know. */
export function checkOptions(options: BrowserWindowConstructorOptions): void {
  for (const key of Object.keys(options))
    if (!known.has(key)) refuse(`BrowserWindow option "${key}" is not in the stand-in for Electron.`);
  const preferences = options.webPreferences ?? {};
  for (const key of Object.keys(preferences))
    if (!knownPreferences.has(key)) refuse(`webPreferences.${key} is not in the stand-in for Electron.`);
  for (const [key, value, harm] of forbidden)
    if ((preferences as Record<string, unknown>)[key] === value)
      refuse(`webPreferences.${key}: ${value} ${harm}: a window of a room never asks for that.`);
  if (preferences.preload === undefined) return;
  if (!isAbsolute(preferences.preload)) refuse('webPreferences.preload must be an absolute path.');
  readPreload(preferences.preload);
}
