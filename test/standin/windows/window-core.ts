import { EventEmitter } from 'node:events';
import type { Placement } from '../browser/chromium.ts';
import type { Json } from '../browser/pipe.ts';
import { host } from '../host.ts';
import { fromBrowser, toBrowser } from '../origins.ts';
import { serve } from '../protocol.ts';
import { decidePermissions, passesFilter } from '../session.ts';
import { preventable } from '../strict.ts';
import type { BrowserWindowConstructorOptions, Rectangle } from '../surface/windows.ts';
import { Page } from './page.ts';
import { preloadScript } from './preload.ts';

/** Every window that lives, by id. */
export const windows = new Map<number, WindowCore>();

let lastId = 0;

/** The state of one BrowserWindow and its webContents; the two objects the app holds are views of it. */
export class WindowCore {
  readonly id = (lastId += 1);
  readonly events = new EventEmitter();
  readonly contentsEvents = new EventEmitter();
  readonly options: BrowserWindowConstructorOptions;
  /** The objects the app holds, set once they exist. */
  facade: object = {};
  contents: object = {};
  page: Page | null = null;
  url = '';
  title: string;
  visible: boolean;
  minimised = false;
  focused = false;
  fullScreen: boolean;
  kiosk: boolean;
  destroyed = false;
  crashed = false;
  loading = false;
  bounds: Rectangle;
  zoom = 1;
  openHandler: ((details: { url: string }) => { action: string }) | null = null;
  private opening: Promise<Page> | null = null;
  /** The address that the app itself asked to load: no will-navigate for that. */
  private expected: string | null = null;
  private askedByPage = false;
  private shownOnce = false;

  constructor(options: BrowserWindowConstructorOptions) {
    this.options = options;
    this.title = options.title ?? 'Stillroom';
    this.visible = options.show !== false;
    this.fullScreen = options.fullscreen === true || options.kiosk === true;
    this.kiosk = options.kiosk === true;
    this.bounds = { x: options.x ?? 0, y: options.y ?? 0, width: options.width ?? 800, height: options.height ?? 600 };
    windows.set(this.id, this);
  }

  /** A window that waits for "ready-to-show" will be shown: it gets its place on the desktop at once. One that does not stays without a window. */
  private place(): Placement {
    if (host.headless) return 'unseen';
    return this.visible || this.events.listenerCount('ready-to-show') > 0 ? 'window' : 'unseen';
  }

  /** The page under this window, opened when first needed. */
  ensurePage(): Promise<Page> {
    this.opening ??= this.open(this.place());
    return this.opening;
  }

  private async open(placement: Placement): Promise<Page> {
    const { preload, additionalArguments } = this.options.webPreferences ?? {};
    const page = await Page.open(placement, this.options.backgroundColor ?? '#ffffff', (doors) =>
      preloadScript(preload ?? null, doors, additionalArguments ?? []),
    );
    if (this.destroyed) {
      page.abandon();
      return page;
    }
    this.page = page;
    this.listenTo(page);
    await page.setWindow(this.wantedBounds()).catch(() => undefined);
    if (this.fullScreen && placement === 'window') await page.setWindow({ windowState: 'fullscreen' });
    return page;
  }

  private wantedBounds(): object {
    const { x, y, width, height } = this.bounds;
    return this.options.x === undefined ? { width, height } : { left: x, top: y, width, height };
  }

  private listenTo(page: Page): void {
    page.events.on('request', (params) => void this.request(page, params));
    page.events.on('message', (message) => host.inner.emit('message', this, message));
    page.events.on('protocol', (method, params) => this.hear(page, method, params));
    page.events.on('gone', () => this.closedByUser());
    page.events.on('crashed', (details) => {
      this.crashed = true;
      this.loading = false;
      host.inner.emit('render-process-gone', this, details);
    });
  }

  private async request(page: Page, params: Json): Promise<void> {
    const url = fromBrowser(params.request.url);
    const navigates = params.resourceType === 'Document' && params.frameId === page.target.targetId;
    if (navigates && this.expected !== params.request.url && (this.askedByPage || url !== this.url)) {
      const event = preventable({ url, isSameDocument: false, isMainFrame: true, frame: null, initiator: null });
      this.contentsEvents.emit('will-navigate', event, url);
      this.askedByPage = false;
      if (event.defaultPrevented)
        return page.tell('Fetch.failRequest', { requestId: params.requestId, errorReason: 'Aborted' });
    }
    if (navigates) {
      this.expected = null;
      this.askedByPage = false;
    }
    if (await passesFilter(url, params.resourceType, params.request.method)) return serve(page, params);
    page.tell('Fetch.failRequest', { requestId: params.requestId, errorReason: 'BlockedByClient' });
  }

  private hear(page: Page, method: string, params: Json): void {
    switch (method) {
      case 'Page.frameNavigated':
        if (params.frame.parentId === undefined) this.navigated(page, params.frame);
        return;
      case 'Page.frameRequestedNavigation':
        if (params.frameId === page.target.targetId) this.askedByPage = true;
        return;
      case 'Page.windowOpen':
        host.inner.emit('popup', this, params.url);
        return;
      case 'Page.domContentEventFired':
        if (this.loading) this.contentsEvents.emit('dom-ready', {});
        return;
      case 'Page.loadEventFired':
        if (this.loading) this.loaded();
        return;
      case 'Runtime.consoleAPICalled':
        host.inner.emit('console', this, params);
        return;
      case 'Runtime.exceptionThrown':
        host.inner.emit('page-error', this, params.exceptionDetails);
        return;
      default:
    }
  }

  private navigated(page: Page, frame: { url: string; unreachableUrl?: string }): void {
    if (frame.unreachableUrl !== undefined || !frame.url.startsWith('https://')) return;
    this.url = fromBrowser(frame.url);
    this.loading = true;
    this.crashed = false;
    page.paintBackground(this.options.backgroundColor ?? '#ffffff');
    if (this.zoom !== 1) page.deliver({ kind: 'zoom', factor: this.zoom });
    this.contentsEvents.emit('did-start-loading', {});
    this.contentsEvents.emit('did-navigate', {}, this.url, 200, 'OK');
  }

  private loaded(): void {
    this.loading = false;
    this.contentsEvents.emit('did-finish-load', {});
    this.contentsEvents.emit('did-stop-loading', {});
    if (this.shownOnce) return;
    this.shownOnce = true;
    this.events.emit('ready-to-show', {});
  }

  /** Loads an address of the app; fails as Electron does if the address cannot be shown. */
  async load(url: string): Promise<void> {
    const target = toBrowser(url);
    const page = await this.ensurePage();
    const answers = await decidePermissions(this.contents, url);
    await Promise.all(answers.map(({ name, granted }) => page.permit(new URL(target).origin, name, granted)));
    this.expected = target;
    const finished = new Promise((resolve) => this.contentsEvents.once('did-finish-load', resolve));
    const { errorText } = await page.send('Page.navigate', { url: target });
    if (errorText !== undefined) {
      this.contentsEvents.emit('did-fail-load', {}, -2, errorText, url, true);
      throw Object.assign(new Error(`${errorText} loading '${url}'`), { code: errorText, url });
    }
    await finished;
  }

  /** Loads the page again; after a crash in a fresh page at the same place. */
  reload(): void {
    const { page } = this;
    if (page === null || this.url === '') return;
    if (this.crashed || page.crashed) void this.replace(page.placement);
    else {
      this.expected = toBrowser(this.url);
      page.tell('Page.reload', {});
    }
  }

  /** Puts a fresh page under this window and loads its address there. */
  async replace(placement: Placement): Promise<void> {
    const old = this.page;
    old?.events.removeAllListeners();
    this.crashed = false;
    this.opening = this.open(placement);
    await this.opening;
    old?.close();
    await this.load(this.url).catch((error: Error) => process.stderr.write(`[stand-in] ${error.message}\n`));
  }

  private closedByUser(): void {
    const event = preventable({});
    this.events.emit('close', event);
    if (event.defaultPrevented && !this.destroyed) void this.replace(this.page?.placement ?? this.place());
    else this.destroy();
  }

  /** Asks the app, then closes. */
  close(): void {
    const event = preventable({});
    this.events.emit('close', event);
    if (!event.defaultPrevented) this.destroy();
  }

  /** Closes without asking. */
  destroy(): void {
    if (this.destroyed) return;
    this.destroyed = true;
    this.visible = false;
    windows.delete(this.id);
    this.page?.abandon();
    this.contentsEvents.emit('destroyed', {});
    this.events.emit('closed', {});
    host.inner.emit('window-closed');
  }
}
