import type { Buffer } from 'node:buffer';
import type { Emitter, Event } from './emitter.ts';
import type { BrowserWindow, Rectangle } from './windows.ts';

/** The part of Electron's way to the desktop that the stand-in has. */
export interface PowerEvents {
  suspend: [];
  resume: [];
  shutdown: [];
  'lock-screen': [];
  'unlock-screen': [];
  'on-ac': [];
  'on-battery': [];
}

export interface PowerMonitor extends Emitter<PowerEvents> {
  getSystemIdleTime(): number;
  isOnBatteryPower(): boolean;
}

export interface PowerSaveBlocker {
  start(type: 'prevent-app-suspension' | 'prevent-display-sleep'): number;
  stop(id: number): boolean;
  isStarted(id: number): boolean;
}

export type KeychainBackend = 'basic_text' | 'gnome_libsecret' | 'kwallet' | 'kwallet5' | 'kwallet6' | 'unknown';

export interface SafeStorage {
  isAsyncEncryptionAvailable(): Promise<boolean>;
  encryptStringAsync(plainText: string): Promise<Buffer>;
  decryptStringAsync(encrypted: Buffer): Promise<{ result: string; shouldReEncrypt: boolean }>;
  getSelectedStorageBackend(): KeychainBackend;
}

export interface FileFilter {
  name: string;
  extensions: string[];
}

export interface MessageBoxOptions {
  message: string;
  type?: 'none' | 'info' | 'error' | 'question' | 'warning';
  buttons?: string[];
  defaultId?: number;
  cancelId?: number;
  title?: string;
  detail?: string;
  noLink?: boolean;
}

export interface OpenDialogOptions {
  title?: string;
  defaultPath?: string;
  buttonLabel?: string;
  filters?: FileFilter[];
  properties?: ('openFile' | 'openDirectory' | 'multiSelections' | 'showHiddenFiles' | 'createDirectory')[];
  message?: string;
}

export interface SaveDialogOptions {
  title?: string;
  defaultPath?: string;
  buttonLabel?: string;
  filters?: FileFilter[];
  message?: string;
}

interface MessageBoxReturnValue {
  response: number;
  checkboxChecked: boolean;
}
interface OpenDialogReturnValue {
  canceled: boolean;
  filePaths: string[];
}
interface SaveDialogReturnValue {
  canceled: boolean;
  filePath: string;
}

/** The window that a box belongs to: all that a box needs to know of it. */
export type BoxOwner = Pick<BrowserWindow, 'id' | 'focus' | 'isDestroyed'>;

export interface Dialog {
  showMessageBox(window: BoxOwner, options: MessageBoxOptions): Promise<MessageBoxReturnValue>;
  showMessageBox(options: MessageBoxOptions): Promise<MessageBoxReturnValue>;
  showOpenDialog(window: BoxOwner, options: OpenDialogOptions): Promise<OpenDialogReturnValue>;
  showOpenDialog(options: OpenDialogOptions): Promise<OpenDialogReturnValue>;
  showSaveDialog(window: BoxOwner, options: SaveDialogOptions): Promise<SaveDialogReturnValue>;
  showSaveDialog(options: SaveDialogOptions): Promise<SaveDialogReturnValue>;
  showErrorBox(title: string, content: string): void;
}

export interface Display {
  id: number;
  bounds: Rectangle;
  workArea: Rectangle;
  size: { width: number; height: number };
  workAreaSize: { width: number; height: number };
  scaleFactor: number;
  rotation: number;
  internal: boolean;
}

export interface ScreenEvents {
  'display-added': [event: Event, display: Display];
  'display-removed': [event: Event, display: Display];
}

export interface Screen extends Emitter<ScreenEvents> {
  getPrimaryDisplay(): Display;
  getAllDisplays(): Display[];
  getDisplayMatching(rect: Rectangle): Display;
}

export interface NativeTheme extends Emitter<{ updated: [] }> {
  themeSource: 'system' | 'light' | 'dark';
  readonly shouldUseDarkColors: boolean;
}

export interface GlobalShortcut {
  register(accelerator: string, callback: () => void): boolean;
  unregister(accelerator: string): void;
  unregisterAll(): void;
  isRegistered(accelerator: string): boolean;
}

export interface Shell {
  openExternal(url: string): Promise<void>;
  openPath(path: string): Promise<string>;
  showItemInFolder(path: string): void;
}

export interface MenuItemConstructorOptions {
  label?: string;
  role?:
    | 'undo'
    | 'redo'
    | 'cut'
    | 'copy'
    | 'paste'
    | 'selectAll'
    | 'quit'
    | 'close'
    | 'minimize'
    | 'editMenu'
    | 'appMenu'
    | 'windowMenu'
    | 'fileMenu';
  type?: 'normal' | 'separator' | 'submenu' | 'checkbox' | 'radio';
  accelerator?: string;
  enabled?: boolean;
  visible?: boolean;
  click?: () => void;
  submenu?: MenuItemConstructorOptions[];
}

/** A menu is only ever handed back to Electron. */
export type Menu = object;

export interface CrashReporter {
  start(options: { uploadToServer?: boolean; submitURL?: string; compress?: boolean }): void;
}
