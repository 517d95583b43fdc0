import { host } from '../host.ts';
import { listening, refuse, strict } from '../strict.ts';
import type {
  BrowserWindow as Surface,
  BrowserWindowEvents,
  BrowserWindowConstructorOptions,
  BrowserWindowStatic,
  Rectangle,
} from '../surface/windows.ts';
import type { WebContents } from '../surface/web-contents.ts';
import { checkOptions } from './options.ts';
import { makeContents, mustLive, setFocus } from './web-contents.ts';
import { WindowCore, windows } from './window-core.ts';

const windowEvents = [
  ...([
    'blur',
    'close',
    'closed',
    'enter-full-screen',
    'focus',
    'hide',
    'leave-full-screen',
    'maximize',
    'minimize',
  ] as const),
  ...(['ready-to-show', 'resize', 'responsive', 'restore', 'show', 'unmaximize', 'unresponsive'] as const),
] satisfies (keyof BrowserWindowEvents)[];

/** Moves the window on the desktop; a page without one only remembers. */
function place(core: WindowCore, bounds: object): void {
  if (core.page?.placement === 'window' || 'width' in bounds) void core.page?.setWindow(bounds).catch(() => undefined);
}

function show(core: WindowCore, focus: boolean): void {
  const wasVisible = core.visible;
  core.visible = true;
  if (core.page?.placement === 'unseen' && !host.headless) void core.replace('window');
  else if (!wasVisible) place(core, { windowState: core.fullScreen ? 'fullscreen' : 'normal' });
  if (!wasVisible) core.events.emit('show', {});
  if (focus) bringForward(core);
}

function bringForward(core: WindowCore): void {
  core.page?.tell('Page.bringToFront', {});
  setFocus(core, true);
}

function setFullScreen(core: WindowCore, on: boolean): void {
  if (core.fullScreen === on) return;
  core.fullScreen = on;
  if (core.visible) place(core, { windowState: on ? 'fullscreen' : 'normal' });
  core.events.emit(on ? 'enter-full-screen' : 'leave-full-screen', {});
}

function setBounds(core: WindowCore, bounds: Partial<Rectangle>): void {
  core.bounds = { ...core.bounds, ...bounds };
  const { x: left, y: top, width, height } = core.bounds;
  place(core, { left, top, width, height });
  core.events.emit('resize', {});
}

function members(core: WindowCore) {
  const live =
    <A extends unknown[], R>(act: (...args: A) => R) =>
    (...args: A): R => (mustLive(core), act(...args));
  return {
    ...listening<BrowserWindowEvents>('BrowserWindow', core.events, windowEvents),
    id: core.id,
    webContents: makeContents(core),
    loadURL: live((url: string) => core.load(url)),
    reload: live(() => core.reload()),
    show: live(() => show(core, true)),
    showInactive: live(() => show(core, false)),
    hide: live(() => {
      if (!core.visible) return;
      core.visible = false;
      place(core, { windowState: 'minimized' });
      core.events.emit('hide', {});
    }),
    focus: live(() => bringForward(core)),
    blur: live(() => setFocus(core, false)),
    moveTop: live(() => core.page?.tell('Page.bringToFront', {})),
    close: live(() => core.close()),
    destroy: () => core.destroy(),
    isDestroyed: () => core.destroyed,
    isVisible: live(() => core.visible && !core.minimised),
    isFocused: live(() => core.focused),
    isMinimized: live(() => core.minimised),
    minimize: live(() => {
      core.minimised = true;
      place(core, { windowState: 'minimized' });
      core.events.emit('minimize', {});
    }),
    restore: live(() => {
      core.minimised = false;
      place(core, { windowState: 'normal' });
      core.events.emit('restore', {});
    }),
    maximize: live(() => {
      place(core, { windowState: 'maximized' });
      core.events.emit('maximize', {});
    }),
    setFullScreen: live((on: boolean) => setFullScreen(core, on)),
    isFullScreen: live(() => core.fullScreen),
    setKiosk: live((on: boolean) => {
      core.kiosk = on;
      setFullScreen(core, on);
    }),
    isKiosk: live(() => core.kiosk),
    setTitle: live((title: string) => void (core.title = title)),
    getTitle: live(() => core.title),
    setBounds: live((bounds: Partial<Rectangle>) => setBounds(core, bounds)),
    getBounds: live(() => core.bounds),
    getNormalBounds: live(() => core.bounds),
    isMaximized: live(() => false),
    setMenuBarVisibility: live((_visible: boolean) => undefined),
    setMenu: live((_menu: unknown) => undefined),
    removeMenu: live(() => undefined),
    setAlwaysOnTop: live((_on: boolean) => undefined),
    setBackgroundColor: live((_colour: string) => undefined),
    setContentProtection: live((_on: boolean) => undefined),
  } satisfies Surface;
}

class BrowserWindowStandin {
  constructor(options: BrowserWindowConstructorOptions = {}) {
    if (!host.ready) refuse('Cannot create BrowserWindow before app is ready');
    checkOptions(options);
    const core = new WindowCore(options);
    const facade = strict(
      'BrowserWindow',
      Object.defineProperties(
        Object.create(BrowserWindowStandin.prototype),
        Object.getOwnPropertyDescriptors(members(core)),
      ) as object,
    );
    core.facade = facade;
    host.inner.emit('window-created', core);
    if (core.visible) void core.ensurePage();
    return facade as BrowserWindowStandin;
  }

  static getAllWindows = () => [...windows.values()].map(({ facade }) => facade as Surface);
  static getFocusedWindow = () =>
    ([...windows.values()].find(({ focused }) => focused)?.facade ?? null) as Surface | null;
  static fromId = (id: number) => (windows.get(id)?.facade ?? null) as Surface | null;
  static fromWebContents = (contents: WebContents) =>
    ([...windows.values()].find((core) => core.contents === contents)?.facade ?? null) as Surface | null;
}

/** `BrowserWindow`, strict in its statics too. */
export const BrowserWindow = strict('BrowserWindow', BrowserWindowStandin) as unknown as BrowserWindowStatic;
