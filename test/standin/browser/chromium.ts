import { type ChildProcess, spawn } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import { exitCodes, giveUp, host } from '../host.ts';
import { findBrowser, type FoundBrowser } from './find.ts';
import { drivenFlags, profileFlags } from './flags.ts';
import { type Json, Pipe } from './pipe.ts';
import { freeProfile, noteDriver } from './profile.ts';

/** One page of a browser and the session through which it is driven. */
export interface Target {
  readonly targetId: string;
  readonly sessionId: string;
}

/** How a page lies on the desktop: an app window of its own, or a page that nobody sees. */
export type Placement = 'window' | 'unseen';

const paused = {
  autoAttach: true,
  waitForDebuggerOnStart: true,
  flatten: true,
  filter: [{ type: 'page' }, { exclude: true }],
};
let closing = false;
let marks = 0;

function found(): FoundBrowser {
  return (
    findBrowser() ??
    giveUp(exitCodes.noBrowser, 'The browser has been removed: install Chromium or Chrome and start Stillroom again.')
  );
}

/** One Chromium that this process drives, on a profile of its own. It ends when this process does, and the other way round. */
class Chromium {
  /** The DevTools address for a harness, from the moment the browser has said it. */
  readonly endpoint = Promise.withResolvers<string>();
  private readonly placement: Placement;
  private readonly path = found().path;
  /** Pages on their way, by the id Chromium gave or by the mark in the address of an app window. */
  private readonly awaited = new Map<string, (target: Target) => void>();
  private readonly early = new Map<string, Target>();
  private creating = 0;
  private said = '';
  private child: ChildProcess | null = null;
  private pipe: Pipe | null = null;
  private profile = '';
  private readonly started: Promise<Pipe>;

  constructor(placement: Placement) {
    this.placement = placement;
    this.started = this.start();
  }

  private async start(): Promise<Pipe> {
    this.profile = await freeProfile(this.placement === 'window' ? 'Standin Browser' : 'Standin Browser Unseen');
    const child = spawn(this.path, drivenFlags(this.profile, this.placement === 'unseen'), {
      stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
    });
    if (child.pid !== undefined) noteDriver(this.profile, child.pid);
    child.on('error', (error) =>
      giveUp(exitCodes.browserFailed, `The browser could not be started (${error.message}).`),
    );
    child.on('exit', (code) => this.ended(code));
    child.stderr?.setEncoding('utf8').on('data', (text: string) => this.listen(text));
    const pipe = new Pipe(child.stdio[3] as Writable, child.stdio[4] as Readable);
    pipe.events.on('browser', (method: string, params: Json) => this.heard(pipe, method, params));
    this.child = child;
    await pipe.send('Target.setAutoAttach', paused);
    this.pipe = pipe;
    return pipe;
  }

  private listen(text: string): void {
    this.said = (this.said + text).slice(-4000);
    const address = /DevTools listening on (ws:\S+)/.exec(this.said)?.[1];
    if (address !== undefined) this.endpoint.resolve(address);
  }

  private ended(code: number | null): void {
    if (closing) return;
    if (this.pipe !== null)
      giveUp(
        exitCodes.browserEnded,
        'The browser that shows the windows has ended, so Stillroom ends too: start it again.',
      );
    if (/Missing X server|cannot open display|unable to open X display|Failed to connect to Wayland/i.test(this.said))
      giveUp(
        exitCodes.noDisplay,
        `The display ${process.env['DISPLAY'] ?? ''} cannot be opened: start Stillroom from a desktop session, or set STILLROOM_HEADLESS=1.`,
      );
    giveUp(
      exitCodes.browserFailed,
      `The browser that shows the windows ended before it showed one (code ${code}): try another with STILLROOM_BROWSER.`,
    );
  }

  private heard(pipe: Pipe, method: string, params: Json): void {
    if (method === 'Target.detachedFromTarget') host.inner.emit('target-gone', params.sessionId);
    if (method !== 'Target.attachedToTarget') return;
    const { targetInfo, sessionId } = params;
    const target: Target = { targetId: targetInfo.targetId, sessionId };
    const mark = /standin-window-\d+/.exec(targetInfo.url)?.[0];
    const waiting = this.awaited.get(mark ?? target.targetId);
    this.awaited.delete(mark ?? target.targetId);
    if (waiting !== undefined) waiting(target);
    else if (this.creating > 0 && targetInfo.openerId === undefined && mark === undefined)
      this.early.set(target.targetId, target);
    // A page nobody asked the browser for: window.open, or a key of the browser's own. It closes before it has loaded anything.
    else pipe.tell('Target.closeTarget', { targetId: target.targetId });
  }

  /** Opens an empty page, paused before its first script; call Runtime.runIfWaitingForDebugger when it is set up. */
  async open(background: string): Promise<{ target: Target; pipe: Pipe }> {
    const pipe = await this.started;
    return {
      target: await (this.placement === 'window' ? this.openAppWindow(background) : this.openUnseen(pipe)),
      pipe,
    };
  }

  private async openUnseen(pipe: Pipe): Promise<Target> {
    this.creating += 1;
    const { targetId } = await pipe.send('Target.createTarget', { url: 'about:blank', newWindow: true });
    this.creating -= 1;
    const target =
      this.early.get(targetId) ?? (await new Promise<Target>((resolve) => this.awaited.set(targetId, resolve)));
    this.early.delete(targetId);
    return target;
  }

  /** An app window has no tabs and no address: a second start of the browser on the same profile asks the first for one. */
  private openAppWindow(background: string): Promise<Target> {
    const mark = `standin-window-${(marks += 1)}`;
    const page = `data:text/html,<!--${mark}--><title>Stillroom</title><body style="background:${encodeURIComponent(background)}">`;
    const asking = new Promise<Target>((resolve) => this.awaited.set(mark, resolve));
    spawn(this.path, [...profileFlags(this.profile), `--app=${page}`], { stdio: 'ignore' }).on('error', (error) =>
      giveUp(exitCodes.browserFailed, `The browser would not open a window (${error.message}).`),
    );
    return asking;
  }

  /** Ends the browser and waits until it has gone, at most two seconds. */
  async close(): Promise<void> {
    const pipe = await this.started;
    const { child } = this;
    if (child === null || child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    pipe.tell('Browser.close', {});
    const late = setTimeout(() => child.kill('SIGKILL'), 2000);
    await gone;
    clearTimeout(late);
  }
}

const running = new Map<Placement, Chromium>();

function browserAt(placement: Placement): Chromium {
  const browser = running.get(placement) ?? new Chromium(placement);
  running.set(placement, browser);
  return browser;
}

/** Starts the browser of the visible windows before the first of them is asked for. */
export function startBrowser(): void {
  browserAt(host.headless ? 'unseen' : 'window');
}

/** Opens a page at this place, starting the browser for such pages when it is the first. */
export const openPage = (placement: Placement, background: string): Promise<{ target: Target; pipe: Pipe }> =>
  browserAt(placement).open(background);

/** The DevTools addresses of the browsers that run, once they have said them. */
export const endpoints = (): Promise<string[]> =>
  Promise.all([...running.values()].map(({ endpoint }) => endpoint.promise));

/** Ends every browser and waits until they have gone. */
export async function closeBrowsers(): Promise<void> {
  closing = true;
  await Promise.all([...running.values()].map((browser) => browser.close()));
}
