import { spawn } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { host } from './host.ts';
import { preventable } from './strict.ts';
import { holdsLock, releaseLock } from './lock.ts';
import { closeBrowsers, startBrowser } from './browser/chromium.ts';
import { windows } from './windows/window-core.ts';

/** What `app` emits. */
export const appEvents = new EventEmitter();

const ready = Promise.withResolvers<void>();
let relaunching: { args?: string[]; execPath?: string } | null = null;
// An Electron app lives until it quits, windows or none.
const staying = setInterval(() => undefined, 2 ** 30);

/** Fulfilled once the app is ready. */
export const whenReady = (): Promise<void> => ready.promise;

/** Called once, after the main script has run: from here on windows may open. */
function becomeReady(): void {
  if (host.quitting) return;
  host.ready = true;
  // As in Electron, whose browser is there from `ready` on. A second copy leaves without one.
  if (holdsLock()) startBrowser();
  ready.resolve();
  appEvents.emit('ready', preventable({}), {});
}

/** Starts a copy of this process once it has ended. */
export function relaunch(options: { args?: string[]; execPath?: string }): void {
  relaunching = options;
}

let leaving = false;

/** Ends at once: no window is asked, `before-quit` and `will-quit` are not sent. */
export function exit(code: number): void {
  if (leaving) return;
  leaving = true;
  host.quitting = true;
  for (const core of windows.values()) core.destroy();
  appEvents.emit('quit', preventable({}), code);
  clearInterval(staying);
  void closeBrowsers().finally(() => {
    releaseLock();
    if (relaunching !== null)
      spawn(
        relaunching.execPath ?? process.execPath,
        [...process.execArgv, ...(relaunching.args ?? process.argv.slice(1))],
        { detached: true, stdio: 'ignore' },
      ).unref();
    process.exit(code);
  });
}

function willQuit(): void {
  const event = preventable({});
  appEvents.emit('will-quit', event);
  if (event.defaultPrevented) host.quitting = false;
  else exit(typeof process.exitCode === 'number' ? process.exitCode : 0);
}

/** Asks the app, then every window; ends if none objects. */
export function quit(): void {
  if (host.quitting) return;
  const event = preventable({});
  appEvents.emit('before-quit', event);
  if (event.defaultPrevented) return;
  host.quitting = true;
  for (const core of windows.values()) core.close();
  if (windows.size > 0) host.quitting = false;
  else willQuit();
}

function windowClosed(): void {
  if (windows.size > 0 || leaving || host.quitting) return;
  if (appEvents.listenerCount('window-all-closed') > 0) appEvents.emit('window-all-closed');
  else quit();
}

/** Joins the app to its process: ready, the last window, signals. */
export function beginLife(): void {
  setImmediate(() => setImmediate(becomeReady));
  host.inner.on('window-closed', windowClosed);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, quit);
}
