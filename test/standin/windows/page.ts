import { EventEmitter } from 'node:events';
import { basename } from 'node:path';
import { openPage, type Placement, type Target } from '../browser/chromium.ts';
import type { Json, Pipe } from '../browser/pipe.ts';
import { host } from '../host.ts';
import { type Doors, drawDoors } from './preload.ts';

/** Events of a page, as (name, detail). `gone` comes once, when the page has been closed by whomever. */
export interface PageEvents {
  message: [message: Json];
  request: [params: Json];
  crashed: [details: { readonly reason: string; readonly exitCode: number }];
  gone: [];
  protocol: [method: string, params: Json];
}

/** One page of the browser under one BrowserWindow: set up before its first script runs, driven until it is gone. */
export class Page {
  readonly events = new EventEmitter<PageEvents>();
  readonly target: Target;
  readonly placement: Placement;
  crashed = false;
  gone = false;
  private readonly pipe: Pipe;
  private readonly doors: Doors;
  private readonly outgoing: object[] = [];

  private constructor(target: Target, pipe: Pipe, placement: Placement, doors: Doors) {
    this.target = target;
    this.pipe = pipe;
    this.placement = placement;
    this.doors = doors;
    pipe.events.on(target.sessionId, (method: string, params: Json) => this.hear(method, params));
    host.inner.on('target-gone', this.endIfMine);
  }

  /** Opens a page at this place of the desktop. `script` is given the names of the doors and runs before every other script. */
  static async open(placement: Placement, background: string, script: (doors: Doors) => string): Promise<Page> {
    const { target, pipe } = await openPage(placement, background);
    const doors = drawDoors();
    const page = new Page(target, pipe, placement, doors);
    page.tell('Page.enable', {});
    page.tell('Runtime.enable', {});
    page.tell('Inspector.enable', {});
    page.tell('Runtime.addBinding', { name: doors.toMain });
    page.tell('Page.addScriptToEvaluateOnNewDocument', { source: script(doors) });
    page.tell('Fetch.enable', { patterns: [{ urlPattern: '*' }] });
    page.paintBackground(background);
    await page.send('Runtime.runIfWaitingForDebugger', {});
    return page;
  }

  /** Sends a command to this page. */
  send(method: string, params: object): Promise<Json> {
    return this.pipe.send(method, params, this.target.sessionId);
  }

  /** Sends a command to this page whose answer nobody needs; order is kept. */
  tell(method: string, params: object): void {
    this.pipe.tell(method, params, this.target.sessionId);
  }

  /** Paints what the page leaves blank; asked for again after a navigation, which forgets it. */
  paintBackground(colour: string): void {
    this.tell('Emulation.setDefaultBackgroundColorOverride', { color: rgba(colour) });
  }

  /** Sends a command to the browser about this page's window. */
  async setWindow(bounds: object): Promise<void> {
    const { windowId } = await this.pipe.send('Browser.getWindowForTarget', { targetId: this.target.targetId });
    await this.pipe.send('Browser.setWindowBounds', { windowId, bounds });
  }

  /** Where this page's window lies and whether it is minimised. */
  async window(): Promise<Json> {
    return (await this.pipe.send('Browser.getWindowForTarget', { targetId: this.target.targetId })).bounds;
  }

  /** Sets one permission of the app's own origin. */
  permit(origin: string, name: string, granted: boolean): Promise<Json> {
    return this.pipe.send('Browser.setPermission', {
      origin,
      permission: { name },
      setting: granted ? 'granted' : 'denied',
    });
  }

  /** Hands the page one message: in order, and without waiting for it. Messages of one moment go together. */
  deliver(message: object): void {
    this.outgoing.push(message);
    if (this.outgoing.length === 1) queueMicrotask(() => this.flush());
  }

  private flush(): void {
    const text = JSON.stringify(JSON.stringify(this.outgoing.splice(0)));
    this.tell('Runtime.evaluate', { expression: `globalThis.${this.doors.fromMain}?.(${text})`, silent: true });
  }

  /** Files and folders are carried over the middle of the page, and let go unless `over`. */
  async dropFiles(paths: readonly string[], over: boolean): Promise<void> {
    this.deliver({ kind: 'dropping', files: paths.map((path) => ({ name: basename(path), path })) });
    const { cssLayoutViewport } = await this.send('Page.getLayoutMetrics', {});
    const place = { x: cssLayoutViewport.clientWidth / 2, y: cssLayoutViewport.clientHeight / 2 };
    const data = { items: [], files: paths, dragOperationsMask: 1 };
    for (const type of over ? ['dragEnter', 'dragOver'] : ['dragEnter', 'dragOver', 'drop'])
      await this.send('Input.dispatchDragEvent', { type, ...place, data });
  }

  /** Closes the page; its `gone` event follows. */
  close(): void {
    this.pipe.tell('Target.closeTarget', { targetId: this.target.targetId });
  }

  /** Forgets the page: whatever becomes of it is nobody's business any more. */
  abandon(): void {
    this.events.removeAllListeners();
    this.close();
  }

  private readonly endIfMine = (sessionId: string): void => {
    if (sessionId !== this.target.sessionId || this.gone) return;
    this.gone = true;
    host.inner.off('target-gone', this.endIfMine);
    this.pipe.events.removeAllListeners(sessionId);
    this.events.emit('gone');
  };

  private hear(method: string, params: Json): void {
    switch (method) {
      case 'Runtime.bindingCalled':
        if (params.name === this.doors.toMain) this.events.emit('message', JSON.parse(params.payload));
        return;
      case 'Fetch.requestPaused':
        this.events.emit('request', params);
        return;
      case 'Inspector.targetCrashed':
        this.crashed = true;
        this.events.emit('crashed', { reason: 'crashed', exitCode: process.platform === 'win32' ? 0 : 11 });
        return;
      case 'Page.javascriptDialogOpening':
        // A modal question of the page's own would stop the room; none is ever answered with yes.
        this.tell('Page.handleJavaScriptDialog', { accept: params.type === 'beforeunload' });
        return;
      default:
        this.events.emit('protocol', method, params);
    }
  }
}

function rgba(colour: string): object {
  const match = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(colour);
  const [r, g, b] = match === null ? [255, 255, 255] : match.slice(1).map((part) => Number.parseInt(part, 16));
  return { r, g, b, a: 1 };
}
