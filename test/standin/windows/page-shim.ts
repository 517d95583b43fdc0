import type { whyNotJson } from '../wire.ts';

/** What the page half is told when it is put together. */
export interface ShimConfig {
  /** The names of the two doors between page and main, removed or hidden before any other script runs. */
  readonly toMain: string;
  readonly fromMain: string;
  readonly versions: Record<string, string>;
  readonly platform: string;
  readonly argv: readonly string[];
}

/* eslint-disable max-lines-per-function -- one closure on purpose: nothing of it may be reachable from the page */
/**
 * The page half: what a sandboxed preload may require, over one binding. Its source runs inside the page before every other
 * script, so it is self-contained; `whyNot` is the source of whyNotJson.
 */
export function pageShim(config: ShimConfig, whyNot: typeof whyNotJson) {
  type Anything = (...args: unknown[]) => unknown;
  const page = globalThis as unknown as Record<string, unknown>;
  const tell = page[config.toMain] as (text: string) => void;
  delete page[config.toMain];
  const { stringify, parse } = JSON;
  /** Where files that a harness dropped lie, by their names. */
  const dropped = new Map<string, string>();
  const answers = new Map<string, { resolve: (value: unknown) => void; reject: (reason: Error) => void }>();
  const listeners = new Map<string, { listener: Anything; once: boolean }[]>();
  /** Ids hold for one document only: an answer that comes after a reload finds nobody. */
  const documentId = Math.random().toString(36).slice(2);
  let lastCall = 0;

  const strictly = <T extends object>(name: string, target: T): T =>
    new Proxy(target, {
      get(object, key) {
        if (typeof key === 'symbol' || key in object || key === 'then' || key === 'toJSON' || key === '__esModule')
          return Reflect.get(object, key);
        throw new Error(`${name}.${key} is not in the stand-in for Electron.`);
      },
    });
  const checked = (channel: string, args: unknown[]): unknown[] => {
    const reason = whyNot(args, `ipcRenderer on "${channel}": args`);
    if (reason !== null) throw new TypeError(`${reason}. Send JSON only.`);
    return args;
  };
  const listen = (once: boolean) => (channel: string, listener: Anything) => {
    listeners.set(channel, [...(listeners.get(channel) ?? []), { listener, once }]);
    return ipcRenderer;
  };
  const unlisten = (channel: string, listener: Anything): unknown => {
    listeners.set(
      channel,
      (listeners.get(channel) ?? []).filter((entry) => entry.listener !== listener),
    );
    return ipcRenderer;
  };
  const ipcRenderer: object = strictly('ipcRenderer', {
    invoke(channel: string, ...args: unknown[]) {
      const id = `${documentId}-${(lastCall += 1)}`;
      const text = stringify({ kind: 'invoke', id, channel, args: checked(channel, args) });
      return new Promise((resolve, reject) => {
        answers.set(id, { resolve, reject });
        tell(text);
      });
    },
    send: (channel: string, ...args: unknown[]) =>
      tell(stringify({ kind: 'send', channel, args: checked(channel, args) })),
    on: listen(false),
    addListener: listen(false),
    once: listen(true),
    off: unlisten,
    removeListener: unlisten,
    removeAllListeners: (channel: string) => (listeners.delete(channel), ipcRenderer),
  });

  const receive = (message: {
    kind: string;
    id: string;
    error?: string;
    value: unknown;
    channel: string;
    args: unknown[];
    factor: number;
    files: readonly { readonly name: string; readonly path: string }[];
  }): void => {
    if (message.kind === 'answer') {
      const waiting = answers.get(message.id);
      answers.delete(message.id);
      if (message.error === undefined) waiting?.resolve(message.value);
      else waiting?.reject(new Error(message.error));
      return;
    }
    if (message.kind === 'dropping') {
      for (const { name, path } of message.files) dropped.set(name, path);
      return;
    }
    if (message.kind === 'zoom') {
      webFrame.setZoomFactor(message.factor);
      return;
    }
    const heard = listeners.get(message.channel) ?? [];
    listeners.set(
      message.channel,
      heard.filter((entry) => !entry.once),
    );
    for (const { listener } of heard) {
      try {
        listener({ sender: ipcRenderer, ports: [] }, ...message.args);
      } catch (error) {
        reportError(error);
      }
    }
  };
  const fromMain = (text: string): void => {
    for (const message of parse(text)) receive(message);
  };
  Object.defineProperty(page, config.fromMain, { value: fromMain, enumerable: false });

  // The names of loudspeakers hang on the same permission as the microphone; nothing may come of that.
  const noCapture = () => Promise.reject(new DOMException('The stand-in records nothing.', 'NotAllowedError'));
  for (const name of ['getUserMedia', 'getDisplayMedia'])
    Object.defineProperty(MediaDevices.prototype, name, { value: noCapture });

  // Electron gives a page whose app denies the window nothing back. So none is made here: one that shares the page's
  // process and is closed before its first script can leave both spinning.
  page.open = (url: unknown = '') => {
    tell(stringify({ kind: 'open', url: new URL(String(url), location.href).href }));
    return null;
  };

  addEventListener('focus', () => tell(stringify({ kind: 'focus' })));
  addEventListener('blur', () => tell(stringify({ kind: 'blur' })));

  /** As the real bridge: plain values are copied and frozen, functions wrapped; anything else is refused. */
  const carry = (value: unknown, where: string): unknown => {
    if (typeof value === 'function')
      return (...args: unknown[]) =>
        back((value as Anything)(...args.map((arg, at) => carry(arg, `${where} argument ${at}`))), where);
    if (value === null || typeof value !== 'object') {
      if (typeof value === 'symbol') throw new TypeError(`contextBridge cannot carry a symbol (${where})`);
      return value;
    }
    if (value instanceof Promise) return value.then((result) => carry(result, where));
    if (value instanceof Error) return new Error(value.message);
    if (Array.isArray(value)) return Object.freeze(value.map((part, at) => carry(part, `${where}[${at}]`)));
    if (Object.getPrototypeOf(value) !== Object.prototype && Object.getPrototypeOf(value) !== null)
      return structuredClone(value);
    return Object.freeze(
      Object.fromEntries(Object.entries(value).map(([key, part]) => [key, carry(part, `${where}.${key}`)])),
    );
  };
  const back = (value: unknown, where: string): unknown => carry(value, where);

  const contextBridge = strictly('contextBridge', {
    exposeInMainWorld(key: string, api: unknown) {
      if (key in page)
        throw new Error(`Cannot bind an API on top of an existing property on the window object (${key})`);
      Object.defineProperty(page, key, {
        value: carry(api, key),
        enumerable: true,
        configurable: false,
        writable: false,
      });
    },
  });
  const zoom = { factor: 1 };
  const webFrame = strictly('webFrame', {
    setZoomFactor: (factor: number) => {
      zoom.factor = factor;
      document.documentElement.style.setProperty('zoom', String(factor));
    },
    getZoomFactor: () => zoom.factor,
  });
  const webUtils = strictly('webUtils', {
    getPathForFile: (file: File): string => {
      const path = dropped.get(file.name);
      if (path !== undefined) return path;
      throw new Error(`The stand-in cannot say where ${file.name} lies on disk.`);
    },
  });
  const electron = strictly("require('electron')", { contextBridge, ipcRenderer, webFrame, webUtils });

  const require = (name: string): unknown => {
    if (['electron', 'electron/renderer', 'electron/common'].includes(name)) return electron;
    if (name === 'url' || name === 'node:url') return strictly("require('url')", { URL, URLSearchParams });
    if (name === 'timers' || name === 'node:timers')
      return strictly("require('timers')", { setTimeout, clearTimeout, setInterval, clearInterval });
    throw new Error(`module not found: ${name} (a sandboxed preload may require electron, url and timers here)`);
  };
  const process = strictly('process', {
    type: 'renderer',
    sandboxed: true,
    contextIsolated: true,
    platform: config.platform,
    versions: config.versions,
    argv: config.argv,
  });
  return { require, process };
}
