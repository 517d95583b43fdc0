import { hearSend, answerInvoke } from '../ipc-main.ts';
import type { Json } from '../browser/pipe.ts';
import { host } from '../host.ts';
import { originOf } from '../origins.ts';
import { session } from '../session.ts';
import { listening, preventable, refuse, strict } from '../strict.ts';
import type { PrintToPDFOptions, WebContents, WebContentsEvents, WebFrameMain } from '../surface/web-contents.ts';
import { whyNotJson } from '../wire.ts';
import { nativeImage } from './native-image.ts';
import { pdfParameters } from './pdf.ts';
import { type WindowCore, windows } from './window-core.ts';

const contentsEvents = [
  ...([
    'before-input-event',
    'console-message',
    'destroyed',
    'did-fail-load',
    'did-finish-load',
    'did-navigate',
  ] as const),
  ...([
    'did-start-loading',
    'did-stop-loading',
    'dom-ready',
    'preload-error',
    'render-process-gone',
    'responsive',
  ] as const),
  ...(['unresponsive', 'will-attach-webview', 'will-frame-navigate', 'will-navigate', 'will-prevent-unload'] as const),
  ...(['will-redirect'] as const),
] satisfies (keyof WebContentsEvents)[];

function frameOf(core: WindowCore): WebFrameMain {
  const frame: WebFrameMain = strict<WebFrameMain>('WebFrameMain', {
    get url() {
      return core.url;
    },
    get origin() {
      return originOf(core.url);
    },
    parent: null,
    get top() {
      return frame;
    },
    processId: core.id,
    routingId: 1,
    frameTreeNodeId: core.id,
    isDestroyed: () => core.destroyed,
  });
  return frame;
}

/** Throws as Electron does for an object whose window is gone. */
export function mustLive(core: WindowCore): void {
  if (core.destroyed) throw new TypeError('Object has been destroyed');
}

async function onPage(core: WindowCore, method: string, params: object): Promise<Json> {
  mustLive(core);
  if (core.page === null) return refuse('The window has loaded nothing yet.');
  return core.page.send(method, params);
}

/** Printing without a dialog and without paper: the page is laid out as for a printer, and that is all. */
async function layOut(core: WindowCore, callback: (success: boolean, failureReason: string) => void): Promise<void> {
  let reason = '';
  try {
    await onPage(core, 'Page.printToPDF', pdfParameters({}));
  } catch {
    reason = 'Print job failed';
  }
  callback(reason === '', reason);
}

/** The webContents of a window, as the app holds it. */
export function makeContents(core: WindowCore): WebContents {
  const frame = frameOf(core);
  const contents = strict('webContents', {
    ...listening<WebContentsEvents>('webContents', core.contentsEvents, contentsEvents),
    id: core.id,
    mainFrame: frame,
    get session() {
      return session.defaultSession;
    },
    send(channel: string, ...args: unknown[]) {
      mustLive(core);
      const reason = whyNotJson(args, `webContents.send on "${channel}": args`);
      if (reason !== null) throw new TypeError(`${reason}. Send JSON only.`);
      core.page?.deliver({ kind: 'push', channel, args });
    },
    loadURL: (url: string) => (mustLive(core), core.load(url)),
    getURL: () => (mustLive(core), core.url),
    getTitle: () => core.title,
    isDestroyed: () => core.destroyed,
    isCrashed: () => core.crashed,
    isLoading: () => core.loading,
    reload: () => (mustLive(core), core.reload()),
    focus: () => (mustLive(core), core.page?.tell('Page.bringToFront', {})),
    forcefullyCrashRenderer: () => (mustLive(core), core.page?.tell('Page.crash', {})),
    setBackgroundThrottling: (_allowed: boolean) => mustLive(core),
    setWindowOpenHandler: (handler: NonNullable<WindowCore['openHandler']>) => (
      mustLive(core),
      void (core.openHandler = handler)
    ),
    setZoomFactor(factor: number) {
      mustLive(core);
      if (!(factor > 0)) throw new TypeError("'zoomFactor' must be a double greater than 0.0");
      core.zoom = factor;
      core.page?.deliver({ kind: 'zoom', factor });
    },
    getZoomFactor: () => core.zoom,
    openDevTools: () => void process.stderr.write('[stand-in] Open the developer tools with F12 in the window.\n'),
    isDevToolsOpened: () => false,
    setAudioMuted: (muted: boolean) => (mustLive(core), void (muted && refuse('The stand-in mutes no window.'))),
    print: (_options: object, callback: (success: boolean, failureReason: string) => void) =>
      void layOut(core, callback),
    printToPDF: async (options: PrintToPDFOptions) =>
      Buffer.from((await onPage(core, 'Page.printToPDF', pdfParameters(options))).data, 'base64'),
    capturePage: async () =>
      nativeImage(Buffer.from((await onPage(core, 'Page.captureScreenshot', { format: 'png' })).data, 'base64')),
  } satisfies WebContents);
  core.contents = contents;
  return contents;
}

const levels: Record<string, string> = { warning: 'warning', error: 'error', assert: 'error', debug: 'debug' };

/** Starts handing what pages report to the objects the app holds; once. */
export function connectPages(): void {
  host.inner.on('message', (core: WindowCore, message: Json) => {
    const origin = {
      sender: core.contents,
      senderFrame: (core.contents as WebContents).mainFrame,
      processId: core.id,
      frameId: 1,
    };
    if (message.kind === 'invoke') void answerInvoke(origin, message).then((answer) => core.page?.deliver(answer));
    if (message.kind === 'send') {
      const reply = (channel: string, ...args: Json[]): void => (core.contents as WebContents).send(channel, ...args);
      hearSend(origin, reply, message);
    }
    if (message.kind === 'open') askToOpen(core, message.url);
    if (message.kind === 'focus' || message.kind === 'blur') setFocus(core, message.kind === 'focus');
  });
  host.inner.on('console', (core: WindowCore, { type, args, stackTrace }: Json) => {
    const message = args.map((arg: Json) => String(arg.value ?? arg.description ?? arg.type)).join(' ');
    const { lineNumber = 0, url = '' } = stackTrace?.callFrames[0] ?? {};
    core.contentsEvents.emit('console-message', {
      message,
      level: levels[type] ?? 'info',
      lineNumber: lineNumber + 1,
      sourceId: url,
      frame: (core.contents as WebContents).mainFrame,
    });
  });
  host.inner.on('page-error', (core: WindowCore, details: Json) => {
    const message: string = details.exception?.description ?? details.text;
    core.contentsEvents.emit('console-message', {
      message: `Uncaught ${message}`,
      level: 'error',
      lineNumber: details.lineNumber + 1,
      sourceId: details.url ?? '',
      frame: (core.contents as WebContents).mainFrame,
    });
  });
  host.inner.on('popup', askToOpen);
}

function askToOpen(core: WindowCore, url: string): void {
  const answer = core.openHandler?.({ url }) ?? null;
  if (answer === null)
    process.stderr.write(
      '[stand-in] A page asked for a new window and the app has no setWindowOpenHandler: Electron would open it, the stand-in does not.\n',
    );
  else if (answer.action !== 'deny')
    process.stderr.write('[stand-in] The app allowed a new window; the stand-in opens none from a page.\n');
}

/** Marks a window as the focused one, or no longer so, and says it. */
export function setFocus(core: WindowCore, focused: boolean): void {
  if (core.focused === focused || core.destroyed) return;
  for (const other of focused ? windows.values() : []) if (other !== core) setFocus(other, false);
  core.focused = focused;
  core.events.emit(focused ? 'focus' : 'blur', preventable({}));
}
