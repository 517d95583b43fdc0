import { isAbsolute } from 'node:path';
import { argumentValue, host, pathOf, readAppPackage } from './host.ts';
import { appEvents, beginLife, exit, quit, relaunch, whenReady } from './life.ts';
import { holdsLock, releaseLock, takeLock } from './lock.ts';
import { listening, preventable, refuse, strict } from './strict.ts';
import type { App, AppEvents } from './surface/app.ts';
import { connectPages } from './windows/web-contents.ts';
import { type WindowCore, windows } from './windows/window-core.ts';

const events = [
  ...([
    'activate',
    'before-quit',
    'browser-window-created',
    'child-process-gone',
    'quit',
    'ready',
    'render-process-gone',
  ] as const),
  ...(['second-instance', 'web-contents-created', 'will-quit', 'window-all-closed'] as const),
] satisfies (keyof AppEvents)[];

const hasSwitch = (name: string): boolean =>
  host.chromiumSwitches.has(name) || process.argv.includes(`--${name}`) || argumentValue(name) !== null;

const commandLine = strict('app.commandLine', {
  appendSwitch(name: string, value = ''): void {
    if (host.ready) refuse('app.commandLine.appendSwitch has no effect after ready.');
    host.chromiumSwitches.set(name, value);
  },
  hasSwitch,
  getSwitchValue: (name: string): string => host.chromiumSwitches.get(name) ?? argumentValue(name) ?? '',
});

export const app = strict('app', {
  ...listening<AppEvents>('app', appEvents, events),
  whenReady,
  isReady: () => host.ready,
  quit,
  exit: (code = 0) => exit(code),
  relaunch: (options = {}) => relaunch(options),
  focus: () => [...windows.values()].find(({ visible }) => visible)?.page?.tell('Page.bringToFront', {}),
  getAppPath: () => readAppPackage().folder,
  getPath: pathOf,
  setPath(name: string, path: string): void {
    if (!isAbsolute(path)) throw new Error('Path must be absolute');
    pathOf(name);
    host.paths.set(name, path);
  },
  getVersion: () => readAppPackage().version,
  getName: () => host.appName ?? readAppPackage().name,
  setName: (name: string): void => void (host.appName = name),
  getLocale: () => Intl.DateTimeFormat().resolvedOptions().locale,
  requestSingleInstanceLock: (additionalData?: object) =>
    takeLock(additionalData, (knock) =>
      appEvents.emit('second-instance', preventable({}), knock.argv, knock.workingDirectory, knock.additionalData),
    ),
  hasSingleInstanceLock: holdsLock,
  releaseSingleInstanceLock: releaseLock,
  setAppUserModelId: (_id: string) => undefined,
  enableSandbox: () => (host.ready ? refuse('app.enableSandbox() can only be called before app is ready') : undefined),
  isPackaged: false,
  commandLine,
} satisfies App);

host.inner.on('window-created', (core: WindowCore) => {
  appEvents.emit('web-contents-created', preventable({}), core.contents);
  appEvents.emit('browser-window-created', preventable({}), core.facade);
});
host.inner.on('render-process-gone', (core: WindowCore, details: object) => {
  core.contentsEvents.emit('render-process-gone', preventable({}), details);
  appEvents.emit('render-process-gone', preventable({}), core.contents, details);
});
connectPages();
beginLife();
