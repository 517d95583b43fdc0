import type { Buffer } from 'node:buffer';
import type { Emitter, Event } from './emitter.ts';

/** The part of Electron's pages in windows that the stand-in has, as `windows.ts` has that of the windows themselves. */
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
