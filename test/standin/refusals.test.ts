import { fileURLToPath } from 'node:url';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startStandin } from '../helpers/standin-process.ts';

// One main process tries everything; each test looks at what came of one try. No browser is started for it.
const main = fileURLToPath(new URL('fixtures/refusals/main.js', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'standin-'));
let tried: Record<string, { readonly value?: string; readonly refused?: string }> = {};

beforeAll(async () => {
  const running = startStandin({ main, args: [`--user-data-dir=${folder}`], env: {}, headless: true });
  expect(await running.ended, running.said.stderr).toBe(7);
  tried = JSON.parse(running.said.stdout);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const refused: readonly (readonly [string, RegExp])[] = [
  ['BrowserWindow before ready', /Cannot create BrowserWindow before app is ready/],
  ['safeStorage before ready', /can't be used before the app 'ready' event/],
  ['screen before ready', /can't be used before the app 'ready' event/],
  ['powerMonitor before ready', /can't be used before the app 'ready' event/],
  ['powerSaveBlocker before ready', /can't be used before the app 'ready' event/],
  ['globalShortcut before ready', /can't be used before the app 'ready' event/],
  ['session before ready', /Session can only be received when app is ready/],
  ['protocol.handle before ready', /once the app is ready/],
  ['Menu before ready', /once the app is ready/],
  ['schemes twice', /may be called once/],
  ['scheme after ready', /should be called before app is ready/],
  ['switch after ready', /no effect after ready/],
  ['sandbox after ready', /before app is ready/],
  ['safeStorage.isEncryptionAvailable', /removed in Electron 46/],
  ['safeStorage.encryptString', /removed in Electron 46/],
  ['safeStorage.decryptString', /removed in Electron 46/],
  ['decrypting rubbish', /Error while decrypting/],
  ['setting an unknown member', /app\.isQuitting cannot be set/],
  ['unknown event', /app never emits "gpu-info-update"/],
  ['unknown path', /Failed to get 'nowhere' path/],
  ['relative path', /Path must be absolute/],
  ['nodeIntegration', /webPreferences\.nodeIntegration: true/],
  ['contextIsolation', /webPreferences\.contextIsolation: false/],
  ['sandbox', /webPreferences\.sandbox: false/],
  ['webSecurity', /webPreferences\.webSecurity: false/],
  ['unknown preference', /webPreferences\.offscreen is not in the stand-in/],
  ['unknown option', /BrowserWindow option "transparent" is not in the stand-in/],
  ['relative preload', /must be an absolute path/],
  ['missing preload', /no preload script at/],
  ['preload .mjs', /is an ES module/],
  ['preload .js in a module package', /is an ES module/],
  ['preload with import', /does not parse as CommonJS/],
  ['second handler', /second handler for 'once'/],
  ['second protocol handler', /app is handled already/],
  ['unhandled scheme', /other is not handled/],
  ['loading an unprivileged scheme', /unprivileged:\/\/ is not a privileged scheme/],
  ['loading a scheme without "secure"', /standard and secure/],
  ['loading the web', /https:\/\/ is not a privileged scheme/],
  ['sending what is not JSON', /args\[0\] is a Date.*Send JSON only/],
  ['unknown member of a window', /BrowserWindow\.loadFile is not in the stand-in/],
  ['unknown member of webContents', /webContents\.executeJavaScript is not in the stand-in/],
  ['sending to a destroyed window', /Object has been destroyed/],
  ['showing a destroyed window', /Object has been destroyed/],
  ['opening the web', /opens nothing outside the app/],
  ['uploading crashes', /uploadToServer: false/],
  ['unknown blocker', /does not know "prevent-everything"/],
  ['require in a worker', /electron cannot be used in a worker thread/],
  ['import in a worker', /electron cannot be used in a worker thread/],
];

test.each(refused)('refuses: %s', (name, sentence) => {
  expect(tried[name]?.refused).toMatch(sentence);
});

const objects = [
  'electron',
  'app',
  'BrowserWindow',
  'crashReporter',
  'dialog',
  'ipcMain',
  'Menu',
  'powerMonitor',
  'protocol',
  'safeStorage',
  'screen',
  'session',
  'shell',
];

test.each(objects)('an unknown member of %s throws, and looking at the object does not', (name) => {
  expect(tried[`unknown member of ${name}`]?.refused).toMatch(new RegExp(`noSuchMember is not in the stand-in`));
  expect(tried[`looking at ${name}`]).toEqual({
    value: expect.stringMatching(/^true,(object|function),(string|undefined),undefined$/),
  });
});

test('what Electron allows is allowed', () => {
  expect(tried['scheme before ready']).toEqual({ value: 'undefined' });
  expect(tried['asking whether it is destroyed']).toEqual({ value: 'true' });
  expect(tried['require gives the same']).toEqual({ value: 'true' });
  expect(tried['import by another name']).toEqual({ value: 'true' });
});

test('every try was looked at', () => {
  const looked = [
    ...refused.map(([name]) => name),
    ...objects.flatMap((name) => [`unknown member of ${name}`, `looking at ${name}`]),
  ];
  const allowed = [
    'scheme before ready',
    'asking whether it is destroyed',
    'require gives the same',
    'import by another name',
  ];
  expect(Object.keys(tried).toSorted()).toEqual([...looked, ...allowed].toSorted());
});
