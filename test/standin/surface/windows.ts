import type { Emitter, Event } from './emitter.ts';
import type { WebContents } from './web-contents.ts';

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
