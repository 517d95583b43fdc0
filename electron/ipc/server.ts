import { ipcMain, type IpcMainInvokeEvent, type WebContents } from 'electron';
import {
  DROP_CHANNEL,
  MAX_MESSAGE,
  PUSH_CHANNEL,
  REQUEST_CHANNEL,
  pushes,
  requests,
  type PushData,
  type PushName,
  type RequestArgs,
  type RequestData,
  type RequestName,
  type WindowName,
} from '../../shared/ipc/contract.ts';
import { failure, type Answer } from '../../shared/ipc/answer.ts';
import { APP_ORIGIN } from '../windows/origin.ts';
import { parseRequest } from './parse-request.ts';

type DeepReadonly<T> = T extends object ? { readonly [K in keyof T]: DeepReadonly<T[K]> } : T;

/** Answers one request; throwing is our fault and becomes `broken`. */
export type Handler<N extends RequestName> = (
  args: RequestArgs<N>,
  from: WindowName,
) => Promise<Answer<DeepReadonly<RequestData<N>>>>;
export type Handlers = { readonly [N in RequestName]: Handler<N> };

/** Where faults are told without patient data: a code and the request's name. */
export type FaultLog = (code: string, error: unknown) => void;

/** The one place where windows and main speak: sender, size and shape are checked here, both ways. */
export class IpcServer {
  readonly #windows = new Map<number, { readonly name: WindowName; readonly contents: WebContents }>();
  readonly #log: FaultLog;

  constructor(log: FaultLog) {
    this.#log = log;
  }

  /** Takes requests from now on. */
  serve(handlers: Handlers): void {
    ipcMain.handle(REQUEST_CHANNEL, async (event: IpcMainInvokeEvent, message: unknown) =>
      JSON.stringify(await this.#answer(handlers, event, message)),
    );
  }

  /** Hears what is dropped on windows of this name; those of others are told that nothing was taken. */
  hearDrops(name: WindowName, listener: (message: unknown) => number): void {
    ipcMain.handle(DROP_CHANNEL, async (event: IpcMainInvokeEvent, message: unknown) =>
      this.#senderOf(event) === name ? listener(message) : 0,
    );
  }

  /** Makes a window known; requests of unknown senders are refused. */
  admit(name: WindowName, contents: WebContents): void {
    this.#windows.set(contents.id, { name, contents });
    contents.once('destroyed', () => this.#windows.delete(contents.id));
  }

  /** Sends to every living window of these names. A push that is too large or ill-formed is our fault and is not sent. */
  push<N extends PushName>(to: readonly WindowName[], name: N, data: PushData<N>): void {
    const message = JSON.stringify({ name, data });
    if (message.length > MAX_MESSAGE || !pushes[name].safeParse(data).success) {
      this.#log('push.illFormed', new Error(name));
      return;
    }
    for (const window of this.#windows.values()) {
      if (to.includes(window.name) && !window.contents.isDestroyed()) window.contents.send(PUSH_CHANNEL, message);
    }
  }

  async #answer(handlers: Handlers, event: IpcMainInvokeEvent, message: unknown): Promise<Answer<unknown>> {
    const from = this.#senderOf(event);
    if (from === null) return failure('refused', 'ipc.unknownSender');
    const parsed = parseRequest(message);
    if (!parsed.ok) return parsed;
    const { name, args } = parsed.data;
    if (!(requests[name].windows as readonly WindowName[]).includes(from))
      return failure('refused', 'ipc.notThisWindow');
    try {
      return checked(name, await (handlers[name] as Handler<RequestName>)(args as never, from), this.#log);
    } catch (error) {
      this.#log(`request.${name}`, error);
      return failure('broken', 'ipc.broken');
    }
  }

  #senderOf(event: IpcMainInvokeEvent): WindowName | null {
    const frame = event.senderFrame;
    if (frame === null || frame.parent !== null || !frame.url.startsWith(`${APP_ORIGIN}/`)) return null;
    return this.#windows.get(event.sender.id)?.name ?? null;
  }
}

function checked(name: RequestName, answer: Answer<unknown>, log: FaultLog): Answer<unknown> {
  if (!answer.ok) return answer;
  const data = requests[name].data.safeParse(answer.data);
  if (data.success) return { ...answer, data: data.data };
  log(`answer.${name}`, new Error(data.error.issues.map((issue) => issue.path.join('.')).join(', ')));
  return failure('broken', 'ipc.broken');
}
