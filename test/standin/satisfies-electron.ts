import type * as Electron from 'electron';
import type * as Main from './surface/app.ts';
import type * as Desktop from './surface/desktop.ts';
import type * as Preload from './surface/preload.ts';
import type * as Pages from './surface/web-contents.ts';
import type * as Windows from './surface/windows.ts';

// The other half of the type check. The stand-in satisfies the types in surface/ (electron.ts), and here Electron's own objects do.
// An app that compiles against the surface therefore compiles against both, and says the same to both.
type Satisfies<Surface, Real extends Surface> = [Surface, Real];

/** Does not compile where a type in surface/ promises what Electron does not have, or has differently. */
export type Checked = [
  Satisfies<Main.App, Electron.App>,
  Satisfies<Main.CommandLine, Electron.CommandLine>,
  Satisfies<Main.IpcMain, Electron.IpcMain>,
  Satisfies<Main.IpcMainInvokeEvent, Electron.IpcMainInvokeEvent>,
  Satisfies<Main.IpcMainEvent, Electron.IpcMainEvent>,
  Satisfies<Main.Protocol, Electron.Protocol>,
  Satisfies<Main.SessionStatic, typeof Electron.session>,
  Satisfies<Desktop.PowerMonitor, Electron.PowerMonitor>,
  Satisfies<Desktop.PowerSaveBlocker, Electron.PowerSaveBlocker>,
  Satisfies<Desktop.SafeStorage, Electron.SafeStorage>,
  Satisfies<Desktop.Dialog, Electron.Dialog>,
  Satisfies<Desktop.Screen, Electron.Screen>,
  Satisfies<Desktop.NativeTheme, Electron.NativeTheme>,
  Satisfies<Desktop.GlobalShortcut, Electron.GlobalShortcut>,
  Satisfies<Desktop.Shell, Electron.Shell>,
  Satisfies<Desktop.CrashReporter, Electron.CrashReporter>,
  Satisfies<Preload.ContextBridge, Electron.ContextBridge>,
  Satisfies<Preload.IpcRenderer, Electron.IpcRenderer>,
  Satisfies<Preload.WebFrame, Electron.WebFrame>,
  Satisfies<Preload.WebUtils, Electron.WebUtils>,
  Satisfies<Pages.WebFrameMain, Electron.WebFrameMain>,
  Satisfies<Pages.Session, Electron.Session>,
  Satisfies<Pages.NativeImage, Electron.NativeImage>,
  Satisfies<Pages.WebContents, Electron.WebContents>,
  Satisfies<Windows.BrowserWindow, Electron.BrowserWindow>,
  Satisfies<Windows.BrowserWindowStatic, typeof Electron.BrowserWindow>,
  // What the app hands to Electron goes the other way.
  Satisfies<Electron.BrowserWindowConstructorOptions, Windows.BrowserWindowConstructorOptions>,
  Satisfies<Electron.WebPreferences, Windows.WebPreferences>,
  Satisfies<Electron.PrintToPDFOptions, Pages.PrintToPDFOptions>,
  Satisfies<Electron.MessageBoxOptions, Desktop.MessageBoxOptions>,
  Satisfies<Electron.OpenDialogOptions, Desktop.OpenDialogOptions>,
  Satisfies<Electron.SaveDialogOptions, Desktop.SaveDialogOptions>,
  Satisfies<Electron.MenuItemConstructorOptions, Desktop.MenuItemConstructorOptions>,
];
