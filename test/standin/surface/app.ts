import type { Emitter, Event } from './emitter.ts';
import type { RenderProcessGoneDetails, WebContents, WebFrameMain, Session } from './web-contents.ts';
import type { BrowserWindow } from './windows.ts';

/** The part of Electron's `app` and IPC that the stand-in has. */
export interface AppEvents {
  activate: [event: Event, hasVisibleWindows: boolean];
  'before-quit': [event: Event];
  'browser-window-created': [event: Event, window: BrowserWindow];
  'child-process-gone': [
    event: Event,
    details: { readonly type: string; readonly reason: string; readonly exitCode: number },
  ];
  quit: [event: Event, exitCode: number];
  ready: [];
  'render-process-gone': [event: Event, contents: WebContents, details: RenderProcessGoneDetails];
  'second-instance': [event: Event, argv: string[], workingDirectory: string, additionalData: unknown];
  'web-contents-created': [event: Event, contents: WebContents];
  'will-quit': [event: Event];
  'window-all-closed': [];
}

type PathName =
  | 'home'
  | 'appData'
  | 'userData'
  | 'sessionData'
  | 'temp'
  | 'exe'
  | 'desktop'
  | 'documents'
  | 'downloads'
  | 'music'
  | 'logs'
  | 'crashDumps';

export interface CommandLine {
  appendSwitch(name: string, value?: string): void;
  hasSwitch(name: string): boolean;
  getSwitchValue(name: string): string;
}

export interface App extends Emitter<AppEvents> {
  whenReady(): Promise<void>;
  isReady(): boolean;
  quit(): void;
  exit(exitCode?: number): void;
  relaunch(options?: { args?: string[]; execPath?: string }): void;
  focus(): void;
  getAppPath(): string;
  getPath(name: PathName): string;
  setPath(name: PathName, path: string): void;
  getVersion(): string;
  getName(): string;
  setName(name: string): void;
  getLocale(): string;
  requestSingleInstanceLock(additionalData?: Record<string, unknown>): boolean;
  hasSingleInstanceLock(): boolean;
  releaseSingleInstanceLock(): void;
  setAppUserModelId(id: string): void;
  enableSandbox(): void;
  readonly isPackaged: boolean;
  readonly commandLine: CommandLine;
}

interface IpcBase {
  readonly sender: WebContents;
  readonly senderFrame: WebFrameMain | null;
  readonly processId: number;
  readonly frameId: number;
}

export interface IpcMainInvokeEvent extends IpcBase {
  readonly type: 'frame';
}

export interface IpcMainEvent extends IpcBase {
  readonly type: 'frame';
  reply: (channel: string, ...args: unknown[]) => void;
}

type InvokeListener = (event: IpcMainInvokeEvent, ...args: unknown[]) => unknown;
type SendListener = (event: IpcMainEvent, ...args: unknown[]) => void;

export interface IpcMain {
  handle(channel: string, listener: InvokeListener): void;
  removeHandler(channel: string): void;
  on(channel: string, listener: SendListener): unknown;
  addListener(channel: string, listener: SendListener): unknown;
  once(channel: string, listener: SendListener): unknown;
  off(channel: string, listener: SendListener): unknown;
  removeListener(channel: string, listener: SendListener): unknown;
  removeAllListeners(channel: string): unknown;
}

export interface Protocol {
  registerSchemesAsPrivileged(
    schemes: {
      scheme: string;
      privileges?: {
        standard?: boolean;
        secure?: boolean;
        supportFetchAPI?: boolean;
        stream?: boolean;
        corsEnabled?: boolean;
        bypassCSP?: boolean;
        allowServiceWorkers?: boolean;
        codeCache?: boolean;
      };
    }[],
  ): void;
  handle(scheme: string, handler: (request: Request) => Response | Promise<Response>): void;
  unhandle(scheme: string): void;
  isProtocolHandled(scheme: string): boolean;
}

export interface SessionStatic {
  readonly defaultSession: Session;
}
