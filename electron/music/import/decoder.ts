import type { Decode, Decoded } from '../../../shared/ipc/music.ts';

/** The window that decodes, as this needs it. */
export interface DecoderWindow {
  readonly send: (piece: Decode) => void;
  readonly close: () => void;
}

/** Decodes one piece after another in a window of its own, which opens at the first and is closed at the end. */
export interface Decoder {
  /** Null where the window died, or said nothing for a minute; the next piece gets a new one. */
  readonly decode: (piece: Omit<Decode, 'token'>) => Promise<Decoded | null>;
  readonly ready: () => void;
  readonly done: (decoded: Decoded) => void;
  readonly close: () => void;
}

/** A piece is at most ten minutes of sound; a machine that needs longer than this for it is stuck, ms. */
const PATIENCE_MS = 60_000;

/** @param open opens the window; `gone` is to be called once its page has died */
export function createDecoder(open: (gone: () => void) => DecoderWindow): Decoder {
  let window: DecoderWindow | null = null;
  let listening: Promise<void> = Promise.resolve();
  let isReady: () => void = () => undefined;
  let answer: (decoded: Decoded | null) => void = () => undefined;
  let token = 0;

  const close = (): void => {
    window?.close();
    window = null;
    answer(null);
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
    decode: async (piece) => {
      token += 1;
      const own = token;
      const patience = setTimeout(close, PATIENCE_MS);
      const answered = new Promise<Decoded | null>((resolve) => {
        answer = (decoded) => (decoded === null || decoded.token === own ? resolve(decoded) : undefined);
      });
      const to = opened();
      void listening.then(() => to.send({ ...piece, token: own }));
      const decoded = await answered;
      clearTimeout(patience);
      return decoded;
    },
    ready: () => isReady(),
    done: (decoded) => answer(decoded),
    close,
  };
}
