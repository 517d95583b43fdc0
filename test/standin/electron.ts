import { app as appStandin } from './app.ts';
import * as desktop from './desktop.ts';
import { dialog as dialogStandin } from './dialog.ts';
import { listenToHarness } from './hooks.ts';
import { ipcMain as ipcMainStandin } from './ipc-main.ts';
import * as power from './power.ts';
import { protocol as protocolStandin } from './protocol.ts';
import { safeStorage as safeStorageStandin } from './safe-storage.ts';
import { session as sessionStandin } from './session.ts';
import { strict } from './strict.ts';
import type * as Main from './surface/app.ts';
import type * as Desktop from './surface/desktop.ts';
import type * as Preload from './surface/preload.ts';
import { BrowserWindow as BrowserWindowStandin } from './windows/browser-window.ts';
import type * as Windows from './surface/windows.ts';

// What `import … from 'electron'` gives. The types say no more than the stand-in has.
export const app: Main.App = appStandin;
export const BrowserWindow: Windows.BrowserWindowStatic = BrowserWindowStandin;
export const crashReporter: Desktop.CrashReporter = desktop.crashReporter;
export const dialog: Desktop.Dialog = dialogStandin;
export const globalShortcut: Desktop.GlobalShortcut = desktop.globalShortcut;
export const ipcMain: Main.IpcMain = ipcMainStandin;
export const Menu: {
  setApplicationMenu(menu: Desktop.Menu | null): void;
  buildFromTemplate(template: Desktop.MenuItemConstructorOptions[]): Desktop.Menu;
} = desktop.Menu;
export const nativeTheme: Desktop.NativeTheme = desktop.nativeTheme;
export const powerMonitor: Desktop.PowerMonitor = power.powerMonitor;
export const powerSaveBlocker: Desktop.PowerSaveBlocker = power.powerSaveBlocker;
export const protocol: Main.Protocol = protocolStandin;
export const safeStorage: Desktop.SafeStorage = safeStorageStandin;
export const screen: Desktop.Screen = desktop.screen;
export const session: Main.SessionStatic = sessionStandin;
export const shell: Desktop.Shell = desktop.shell;

// Of a preload only: in the main process Electron has none of these either, so they are types here and undefined at run time.
export const contextBridge = undefined as unknown as Preload.ContextBridge;
export const ipcRenderer = undefined as unknown as Preload.IpcRenderer;
export const webFrame = undefined as unknown as Preload.WebFrame;
export const webUtils = undefined as unknown as Preload.WebUtils;

export type BrowserWindow = Windows.BrowserWindow;
export type Menu = Desktop.Menu;
export type * from './surface/app.ts';
export type * from './surface/desktop.ts';
export type * from './surface/emitter.ts';
export type * from './surface/preload.ts';
export type * from './surface/web-contents.ts';
export type * from './surface/windows.ts';

const everything = strict('electron', {
  ...{ app, BrowserWindow, crashReporter, dialog, globalShortcut, ipcMain, Menu, nativeTheme, powerMonitor },
  ...{ powerSaveBlocker, protocol, safeStorage, screen, session, shell },
});

export default everything;
// For require('electron'): the same strict object.
export { everything as 'module.exports' };

listenToHarness();
