import type { Buffer } from 'node:buffer';
import type { Emitter, Event } from './emitter.ts';

/** The part of Electron's windows that the stand-in has. Electron's own types satisfy it (`satisfies-electron.ts`), and so does the stand-in. */
export interface Rectangle {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface WebPreferences {
  preload?: string;
  sandbox?: boolean;
  contextIsolation?: boolean;
  nodeIntegration?: boolean;
  nodeIntegrationInWorker?: boolean;
  nodeIntegrationInSubFrames?: boolean;
  webSecurity?: boolean;
  allowRunningInsecureContent?: boolean;
  experimentalFeatures?: boolean;
  webviewTag?: boolean;
  backgroundThrottling?: boolean;
  devTools?: boolean;
  spellcheck?: boolean;
  autoplayPolicy?: 'no-user-gesture-required' | 'user-gesture-required' | 'document-user-activation-required';
  additionalArguments?: string[];
  disableDialogs?: boolean;
  safeDialogs?: boolean;
  navigateOnDragDrop?: boolean;
}

export interface BrowserWindowConstructorOptions {
  width?: number;
  height?: number;
  x?: number;
  y?: number;
  minWidth?: number;
  minHeight?: number;
  center?: boolean;
  show?: boolean;
  paintWhenInitiallyHidden?: boolean;
  title?: string;
  icon?: string;
  backgroundColor?: string;
  fullscreen?: boolean;
  fullscreenable?: boolean;
  kiosk?: boolean;
  frame?: boolean;
  resizable?: boolean;
  movable?: boolean;
  minimizable?: boolean;
  maximizable?: boolean;
  closable?: boolean;
  focusable?: boolean;
  alwaysOnTop?: boolean;
  skipTaskbar?: boolean;
  autoHideMenuBar?: boolean;
  darkTheme?: boolean;
  useContentSize?: boolean;
  webPreferences?: WebPreferences;
}

export interface WebFrameMain {
  readonly url: string;
  readonly origin: string;
  readonly parent: WebFrameMain | null;
  readonly top: WebFrameMain | null;
  readonly processId: number;
  readonly routingId: number;
  readonly frameTreeNodeId: number;
  isDestroyed(): boolean;
}

export interface RenderProcessGoneDetails {
  reason:
    | 'clean-exit'
    | 'abnormal-exit'
    | 'killed'
    | 'crashed'
    | 'oom'
    | 'launch-failed'
    | 'integrity-failure'
    | 'memory-eviction';
  exitCode: number;
}

export interface Input {
  type: string;
  key: string;
  code: string;
  isAutoRepeat: boolean;
  shift: boolean;
  control: boolean;
  alt: boolean;
  meta: boolean;
}

export interface ConsoleMessage {
  message: string;
  level: 'info' | 'warning' | 'error' | 'debug';
  lineNumber: number;
  sourceId: string;
}

export interface PrintToPDFOptions {
  landscape?: boolean;
  displayHeaderFooter?: boolean;
  printBackground?: boolean;
  scale?: number;
  pageSize?: 'A3' | 'A4' | 'A5' | 'Letter' | 'Legal' | 'Tabloid' | { width: number; height: number };
  margins?: { top?: number; bottom?: number; left?: number; right?: number };
  pageRanges?: string;
  headerTemplate?: string;
  footerTemplate?: string;
  preferCSSPageSize?: boolean;
  generateTaggedPDF?: boolean;
  generateDocumentOutline?: boolean;
}

export interface NativeImage {
  toPNG(): Buffer;
  toDataURL(): string;
  getSize(): { width: number; height: number };
  isEmpty(): boolean;
}

type Permission = (
  contents: WebContents,
  permission: string,
  callback: (granted: boolean) => void,
  details: { readonly requestingUrl: string; readonly isMainFrame: boolean },
) => void;
type PermissionCheck = (
  contents: WebContents | null,
  permission: string,
  origin: string,
  details: { readonly isMainFrame: boolean; readonly mediaType?: 'audio' | 'video' | 'unknown' },
) => boolean;
type BeforeRequest = (
  details: { readonly url: string; readonly method: string; readonly resourceType: string },
  callback: (response: { cancel?: boolean }) => void,
) => void;

export interface Session {
  setPermissionRequestHandler(handler: Permission | null): void;
  setPermissionCheckHandler(handler: PermissionCheck | null): void;
  setDevicePermissionHandler(
    handler: ((details: { readonly deviceType: string; readonly origin: string }) => boolean) | null,
  ): void;
  readonly webRequest: { onBeforeRequest(listener: BeforeRequest | null): void };
}

export interface WebContentsEvents {
  'before-input-event': [event: Event, input: Input];
  'console-message': [details: Event<ConsoleMessage>];
  destroyed: [];
  'did-fail-load': [
    event: Event,
    errorCode: number,
    errorDescription: string,
    validatedURL: string,
    isMainFrame: boolean,
  ];
  'did-finish-load': [];
  'did-navigate': [event: Event, url: string];
  'did-start-loading': [];
  'did-stop-loading': [];
  'dom-ready': [];
  'preload-error': [event: Event, preloadPath: string, error: Error];
  'render-process-gone': [event: Event, details: RenderProcessGoneDetails];
  responsive: [];
  unresponsive: [];
  'will-attach-webview': [event: Event];
  'will-frame-navigate': [details: Event<{ readonly url: string }>];
  'will-navigate': [details: Event<{ readonly url: string; readonly isMainFrame: boolean }>, url: string];
  'will-prevent-unload': [event: Event];
  'will-redirect': [details: Event<{ readonly url: string }>, url: string];
}

export interface WebContents extends Emitter<WebContentsEvents> {
  readonly id: number;
  readonly mainFrame: WebFrameMain;
  readonly session: Session;
  send(channel: string, ...args: unknown[]): void;
  loadURL(url: string): Promise<void>;
  getURL(): string;
  getTitle(): string;
  isDestroyed(): boolean;
  isCrashed(): boolean;
  isLoading(): boolean;
  reload(): void;
  focus(): void;
  forcefullyCrashRenderer(): void;
  setBackgroundThrottling(allowed: boolean): void;
  setWindowOpenHandler(handler: (details: { readonly url: string }) => { action: 'deny' }): void;
  setZoomFactor(factor: number): void;
  getZoomFactor(): number;
  openDevTools(): void;
  isDevToolsOpened(): boolean;
  setAudioMuted(muted: boolean): void;
  print(
    options: { readonly silent: boolean; readonly printBackground: boolean },
    callback: (success: boolean, failureReason: string) => void,
  ): void;
  printToPDF(options: PrintToPDFOptions): Promise<Buffer>;
  capturePage(): Promise<NativeImage>;
}

export interface BrowserWindowEvents {
  blur: [];
  close: [event: Event];
  closed: [];
  'enter-full-screen': [];
  focus: [];
  hide: [];
  'leave-full-screen': [];
  maximize: [];
  minimize: [];
  'ready-to-show': [];
  resize: [];
  responsive: [];
  restore: [];
  show: [];
  unmaximize: [];
  unresponsive: [];
}

export interface BrowserWindow extends Emitter<BrowserWindowEvents> {
  readonly id: number;
  readonly webContents: WebContents;
  loadURL(url: string): Promise<void>;
  reload(): void;
  show(): void;
  showInactive(): void;
  hide(): void;
  focus(): void;
  blur(): void;
  moveTop(): void;
  close(): void;
  destroy(): void;
  isDestroyed(): boolean;
  isVisible(): boolean;
  isFocused(): boolean;
  isMinimized(): boolean;
  isMaximized(): boolean;
  minimize(): void;
  restore(): void;
  maximize(): void;
  setFullScreen(flag: boolean): void;
  isFullScreen(): boolean;
  setKiosk(flag: boolean): void;
  isKiosk(): boolean;
  setTitle(title: string): void;
  getTitle(): string;
  setBounds(bounds: Partial<Rectangle>): void;
  getBounds(): Rectangle;
  getNormalBounds(): Rectangle;
  setMenuBarVisibility(visible: boolean): void;
  setMenu(menu: null): void;
  removeMenu(): void;
  setAlwaysOnTop(flag: boolean): void;
  setBackgroundColor(colour: string): void;
  setContentProtection(enable: boolean): void;
}

export interface BrowserWindowStatic {
  new (options?: BrowserWindowConstructorOptions): BrowserWindow;
  getAllWindows(): BrowserWindow[];
  getFocusedWindow(): BrowserWindow | null;
  fromId(id: number): BrowserWindow | null;
  fromWebContents(contents: WebContents): BrowserWindow | null;
}
