import { EventEmitter } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';

/** Codes with which the stand-in ends the process, each after one plain sentence on stderr. */
export const exitCodes = {
  noBrowser: 71,
  noDisplay: 72,
  profileInUse: 73,
  browserFailed: 74,
  browserEnded: 75,
} as const;

/** What the parts of the stand-in share: one process is one app. */
export const host = {
  ready: false,
  quitting: false,
  /** Everything the stand-in tells itself; never seen by the app. */
  inner: new EventEmitter(),
  paths: new Map<string, string>(),
  appName: null as string | null,
  headless: process.env['STILLROOM_HEADLESS'] === '1',
  /** Hooks exist only where the process was given a channel to its harness. */
  hooked: typeof process.send === 'function',
  chromiumSwitches: new Map<string, string>(),
};

/** Says one sentence on stderr and ends the process with a code of its own. */
export function giveUp(code: number, sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(code);
}

interface AppPackage {
  readonly folder: string;
  readonly name: string;
  readonly version: string;
}

let appPackage: AppPackage | null = null;

/** The nearest package.json above the script Node was started with: what `electron .` would be given. */
export function readAppPackage(): AppPackage {
  if (appPackage !== null) return appPackage;
  const script = resolve(process.argv[1] ?? '.');
  let folder = dirname(script);
  while (!existsSync(join(folder, 'package.json')) && dirname(folder) !== folder) folder = dirname(folder);
  const file = join(folder, 'package.json');
  const json = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>) : {};
  appPackage = {
    folder,
    name: json['productName'] ?? json['name'] ?? basename(folder),
    version: json['version'] ?? '0.0.0',
  };
  return appPackage;
}

/** The value of `--name=value` on the command line, or null. */
export function argumentValue(name: string): string | null {
  const prefix = `--${name}=`;
  return process.argv.find((argument) => argument.startsWith(prefix))?.slice(prefix.length) ?? null;
}

function appData(): string {
  if (process.platform === 'win32') return process.env['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming');
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support');
  return process.env['XDG_CONFIG_HOME'] ?? join(homedir(), '.config');
}

/** Where a named folder of the app lies, as `app.getPath` says it. */
export function pathOf(name: string): string {
  const set = host.paths.get(name);
  if (set !== undefined) return set;
  switch (name) {
    case 'home':
      return homedir();
    case 'appData':
      return appData();
    case 'userData':
    case 'sessionData':
      return resolve(argumentValue('user-data-dir') ?? join(appData(), host.appName ?? readAppPackage().name));
    case 'temp':
      return tmpdir();
    case 'exe':
      return process.execPath;
    case 'logs':
      return join(pathOf('userData'), 'logs');
    case 'crashDumps':
      return join(pathOf('userData'), 'Crashpad');
    case 'desktop':
      return join(homedir(), 'Desktop');
    case 'documents':
      return join(homedir(), 'Documents');
    case 'downloads':
      return join(homedir(), 'Downloads');
    case 'music':
      return join(homedir(), 'Music');
    default:
      throw new Error(`Failed to get '${name}' path`);
  }
}
