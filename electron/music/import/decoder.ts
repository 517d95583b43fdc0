import type { Decode, Decoded } from '../../../shared/ipc/music.ts';

/** The window that decodes, as this needs it. */
export interface DecoderWindow {
  readonly send: (order: Decode) => void;
  readonly close: () => void;
}

/** Decodes one file after another in a window of its own, which opens at the first and is closed at the end. */
export interface Decoder {
  /** Null where the window died, was closed, or said nothing for a minute; the next file gets a new one. `told`: how far it is, ms. */
  readonly decode: (order: Omit<Decode, 'token'>, told: (ms: number) => void) => Promise<Decoded | null>;
  readonly ready: () => void;
  readonly going: (going: { readonly token: number; readonly ms: number }) => void;
  readonly done: (decoded: Decoded) => void;
  readonly close: () => void;
}

/** The window tells of every half minute of sound; a machine that needs longer than this for it is stuck, ms. */
const PATIENCE_MS = 60_000;

/** The file that is being decoded. */
interface Underway {
  readonly token: number;
  readonly told: (ms: number) => void;
  readonly end: (decoded: Decoded | null) => void;
}

/** @param open opens the window; `gone` is to be called once its page has died */
export function createDecoder(open: (gone: () => void) => DecoderWindow): Decoder {
  let window: DecoderWindow | null = null;
  let listening: Promise<void> = Promise.resolve();
  let isReady: () => void = () => undefined;
  let underway: Underway | null = null;
  let patience: NodeJS.Timeout | undefined;
  let tokens = 0;

  const end = (decoded: Decoded | null): void => {
    clearTimeout(patience);
    underway?.end(decoded);
    underway = null;
  };
  const close = (): void => {
    window?.close();
    window = null;
    end(null);
  };
  const wait = (): void => {
    clearTimeout(patience);
    patience = setTimeout(close, PATIENCE_MS);
  };
  const opened = (): DecoderWindow => {
    if (window !== null) return window;
    listening = new Promise((resolve) => {
      isReady = resolve;
    });
    window = open(close);
    return window;
  };
  return {
    decode: (order, told) =>
      new Promise((resolve) => {
        const token = (tokens += 1);
        underway = { token, told, end: resolve };
        wait();
        const to = opened();
        void listening.then(() => to === window && to.send({ ...order, token }));
      }),
    ready: () => isReady(),
    going: ({ token, ms }) => {
      if (underway?.token !== token) return;
      wait();
      underway.told(ms);
    },
    done: (decoded) => {
      if (underway?.token === decoded.token) end(decoded);
    },
    close,
  };
}
