import { type ChildProcess, spawn } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import { exitCodes, giveUp, host } from '../host.ts';
import { findBrowser } from './find.ts';
import { drivenFlags, profileFlags } from './flags.ts';
import { type Json, Pipe } from './pipe.ts';
import { freeProfile, noteDriver } from './profile.ts';

/** One page of the browser and the session through which it is driven. */
export interface Target {
  readonly targetId: string;
  readonly sessionId: string;
}

/** How a page lies on the desktop: an app window, no window at all, or a window of a headless browser. */
export type Placement = 'window' | 'hidden' | 'headless';

interface Running {
  readonly child: ChildProcess;
  readonly pipe: Pipe;
  readonly profile: string;
  readonly path: string;
}

let running: Promise<Running> | null = null;
let closing = false;
let opened = 0;
/** Pages on their way, by the id Chromium gave or by the mark in the address of an app window. */
const awaited = new Map<string, (target: Target) => void>();
const early = new Map<string, Target>();

/** The DevTools address for a harness, from the moment the browser has said it. */
export const endpoint = Promise.withResolvers<string>();

let answered = false;

function watchEnd(child: ChildProcess, said: () => string): void {
  child.on('exit', (code) => {
    if (closing) return;
    if (!answered && /Missing X server|cannot open display|unable to open X display|Failed to connect to Wayland/i.test(said()))
      giveUp(exitCodes.noDisplay, `The display ${process.env['DISPLAY'] ?? ''} cannot be opened: start Stillroom from a desktop session, or set STILLROOM_HEADLESS=1.`);
    if (!answered) giveUp(exitCodes.browserFailed, `The browser that shows the windows ended before it showed one (code ${code}): try another with STILLROOM_BROWSER.`);
    giveUp(exitCodes.browserEnded, 'The browser that shows the windows has ended, so Stillroom ends too: start it again.');
  });
}

async function start(): Promise<Running> {
  const found = findBrowser();
  if (found === null) return giveUp(exitCodes.noBrowser, 'The browser has been removed: install Chromium or Chrome and start Stillroom again.');
  const profile = await freeProfile();
  const child = spawn(found.path, drivenFlags(profile), { stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'], detached: false });
  if (child.pid !== undefined) noteDriver(profile, child.pid);
  let said = '';
  child.on('error', (error) => giveUp(exitCodes.browserFailed, `${found.name} could not be started (${error.message}).`));
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    said = (said + text).slice(-4000);
    const address = /DevTools listening on (ws:\S+)/.exec(said)?.[1];
    if (address !== undefined) endpoint.resolve(address);
  });
  watchEnd(child, () => said);
  const pipe = new Pipe(child.stdio[3] as Writable, child.stdio[4] as Readable);
  pipe.events.on('browser', (method: string, params: Json) => heard(pipe, method, params));
  const filter = [{ type: 'page' }, { type: 'other' }, { exclude: true }];
  await pipe.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: true, flatten: true, filter });
  answered = true;
  return { child, pipe, profile, path: found.path };
}

function heard(pipe: Pipe, method: string, params: Json): void {
  if (method === 'Target.detachedFromTarget') host.inner.emit('target-gone', params.sessionId);
  if (method !== 'Target.attachedToTarget') return;
  const { targetInfo, sessionId } = params;
  const target: Target = { targetId: targetInfo.targetId, sessionId };
  const mark = /standin-window-\d+/.exec(targetInfo.url)?.[0];
  const key = mark ?? target.targetId;
  const waiting = awaited.get(key);
  if (waiting !== undefined) {
    awaited.delete(key);
    waiting(target);
  } else if (opened > 0 && targetInfo.openerId === undefined && mark === undefined) {
    early.set(target.targetId, target);
  } else {
    // A page nobody asked the browser for: window.open, or a key of the browser's own. It closes before it has loaded anything.
    pipe.tell('Target.closeTarget', { targetId: target.targetId });
  }
}

/** Starts the browser, once. */
export function browser(): Promise<Running> {
  running ??= start();
  return running;
}

/** Opens an empty page, paused before its first script; call Runtime.runIfWaitingForDebugger when it is set up. */
export async function openPage(placement: Placement, background: string): Promise<{ target: Target; pipe: Pipe }> {
  const { pipe, profile, path } = await browser();
  if (placement === 'window') return { target: await openAppWindow(path, profile, background), pipe };
  opened += 1;
  const how = placement === 'hidden' ? { hidden: true, background: true } : { newWindow: true };
  const { targetId } = await pipe.send('Target.createTarget', { url: 'about:blank', ...how }).finally(() => (opened -= 1));
  const target = early.get(targetId) ?? (await new Promise<Target>((resolve) => awaited.set(targetId, resolve)));
  early.delete(targetId);
  return { target, pipe };
}

let windows = 0;

/** An app window has no tabs and no address: a second start of the browser on the same profile asks the first for one. */
function openAppWindow(path: string, profile: string, background: string): Promise<Target> {
  const mark = `standin-window-${(windows += 1)}`;
  const page = `data:text/html,<!--${mark}--><title>Stillroom</title><body style="background:${encodeURIComponent(background)}">`;
  const asking = new Promise<Target>((resolve) => awaited.set(mark, resolve));
  spawn(path, [...profileFlags(profile), `--app=${page}`], { stdio: 'ignore' }).on('error', (error) =>
    giveUp(exitCodes.browserFailed, `The browser would not open a window (${error.message}).`),
  );
  return asking;
}

/** Ends the browser and waits until it has gone, at most two seconds. */
export async function closeBrowser(): Promise<void> {
  closing = true;
  if (running === null) return;
  const { child, pipe } = await running;
  if (child.exitCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  pipe.tell('Browser.close', {});
  const late = setTimeout(() => child.kill('SIGKILL'), 2000);
  await gone;
  clearTimeout(late);
}
