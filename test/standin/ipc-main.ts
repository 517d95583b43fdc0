import type { Json } from './browser/pipe.ts';
import { refuse, strict } from './strict.ts';
import type { IpcMain } from './surface/app.ts';
import { whyNotJson } from './wire.ts';

/** What a listener is told about where a message comes from. */
export interface IpcOrigin {
  readonly sender: object;
  readonly senderFrame: object;
  readonly processId: number;
  readonly frameId: number;
}

type Handler = (event: Json, ...args: Json[]) => unknown;

const handlers = new Map<string, Handler>();
const listeners = new Map<string, { readonly listener: Handler; readonly once: boolean }[]>();

const add = (once: boolean) => (channel: string, listener: Handler) => {
  listeners.set(channel, [...(listeners.get(channel) ?? []), { listener, once }]);
  return ipcMain;
};
const remove = (channel: string, listener: Handler) => {
  listeners.set(
    channel,
    (listeners.get(channel) ?? []).filter((entry) => entry.listener !== listener),
  );
  return ipcMain;
};

export const ipcMain: IpcMain = strict<IpcMain>('ipcMain', {
  handle(channel: string, handler: Handler): void {
    if (handlers.has(channel)) refuse(`Attempted to register a second handler for '${channel}'`);
    handlers.set(channel, handler);
  },
  removeHandler: (channel: string): void => void handlers.delete(channel),
  on: add(false),
  addListener: add(false),
  once: add(true),
  off: remove,
  removeListener: remove,
  removeAllListeners: (channel: string) => (listeners.delete(channel), ipcMain),
});

/** Runs the handler of an invoke and gives back what the page is to be answered. */
export async function answerInvoke(origin: IpcOrigin, message: Json): Promise<object> {
  const failed = (reason: string): object => ({
    kind: 'answer',
    id: message.id,
    error: `Error invoking remote method '${message.channel}': ${reason}`,
  });
  const handler = handlers.get(message.channel);
  if (handler === undefined) return failed(`Error: No handler registered for '${message.channel}'`);
  try {
    const value = await handler(
      strict('IpcMainInvokeEvent', { type: 'frame', defaultPrevented: false, ...origin }),
      ...message.args,
    );
    const reason = value === undefined ? null : whyNotJson(value, `the answer on "${message.channel}"`);
    return reason === null
      ? { kind: 'answer', id: message.id, value }
      : failed(`TypeError: ${reason}. Answer with JSON only.`);
  } catch (error) {
    return failed(String(error));
  }
}

/** Gives a one-way message to its listeners. */
export function hearSend(origin: IpcOrigin, reply: (channel: string, ...args: Json[]) => void, message: Json): void {
  const heard = listeners.get(message.channel) ?? [];
  listeners.set(
    message.channel,
    heard.filter((entry) => !entry.once),
  );
  for (const { listener } of heard)
    listener(strict('IpcMainEvent', { type: 'frame', reply, ports: [], ...origin }), ...message.args);
}
