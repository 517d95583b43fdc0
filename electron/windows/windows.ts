import { BrowserWindow, type WebPreferences } from 'electron';
import type { IpcServer } from '../ipc/server.ts';
import { APP_ORIGIN } from './origin.ts';

/** Every window of ours: sandboxed, isolated, no Node, the one preload. */
function webPreferences(preload: string): WebPreferences {
  return {
    preload,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webSecurity: true,
    spellcheck: false,
    // A session's screen and sound go on at full pace behind another window.
    backgroundThrottling: false,
    autoplayPolicy: 'no-user-gesture-required',
  };
}

/** The nurse's window. Its title carries no patient. */
export function openRoomWindow(ipc: IpcServer, preload: string): BrowserWindow {
  const window = new BrowserWindow({
    show: false,
    width: 1366,
    height: 768,
    minWidth: 1024,
    minHeight: 640,
    title: 'Stillroom',
    backgroundColor: '#0c0d0e',
    autoHideMenuBar: true,
    webPreferences: webPreferences(preload),
  });
  ipc.admit('room', window.webContents);
  window.once('ready-to-show', () => window.show());
  void window.loadURL(`${APP_ORIGIN}/room.html`);
  return window;
}

/** The hidden window that plays. It never shows and never takes the focus. */
export function openPlayerWindow(ipc: IpcServer, preload: string): BrowserWindow {
  const window = new BrowserWindow({
    show: false,
    width: 320,
    height: 200,
    title: 'Stillroom player',
    webPreferences: webPreferences(preload),
  });
  ipc.admit('player', window.webContents);
  void window.loadURL(`${APP_ORIGIN}/player.html`);
  return window;
}

/** The hidden window that decodes files for the import; whoever opened it closes it. */
export function openDecoderWindow(ipc: IpcServer, preload: string): BrowserWindow {
  const window = new BrowserWindow({
    show: false,
    width: 320,
    height: 200,
    title: 'Stillroom import',
    webPreferences: webPreferences(preload),
  });
  ipc.admit('decoder', window.webContents);
  void window.loadURL(`${APP_ORIGIN}/decoder.html`);
  return window;
}

/** The hidden window that lays out what is printed; whoever opened it closes it. */
export function openPrintWindow(ipc: IpcServer, preload: string): BrowserWindow {
  const window = new BrowserWindow({
    show: false,
    width: 900,
    height: 1200,
    title: 'Stillroom print',
    webPreferences: webPreferences(preload),
  });
  ipc.admit('print', window.webContents);
  void window.loadURL(`${APP_ORIGIN}/print.html`);
  return window;
}

/** A part of the desktop, in its own pixels. */
export interface Bounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The patient's window: all of a display, and no way out of it but by staff. Its title names nobody. */
export function openPatientWindow(ipc: IpcServer, preload: string, bounds: Bounds | null): BrowserWindow {
  const window = new BrowserWindow({
    ...(bounds === null ? {} : { x: bounds.x, y: bounds.y, width: bounds.width, height: bounds.height }),
    show: false,
    kiosk: true,
    alwaysOnTop: true,
    title: 'Stillroom, for you',
    backgroundColor: '#0c0d0e',
    autoHideMenuBar: true,
    webPreferences: webPreferences(preload),
  });
  ipc.admit('patient', window.webContents);
  window.once('ready-to-show', () => window.show());
  void window.loadURL(`${APP_ORIGIN}/patient.html`);
  return window;
}
