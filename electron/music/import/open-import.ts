import type { BrowserWindow } from 'electron';
import type { Decode } from '../../../shared/ipc/music.ts';
import type { MusicStore } from '../store.ts';
import { createDecoder, type Decoder } from './decoder.ts';
import { Importer } from './importer.ts';

export interface ImportParts {
  readonly store: MusicStore;
  readonly openWindow: () => BrowserWindow;
  readonly push: (order: Decode) => void;
  readonly live: () => boolean;
}

/** The import with its hidden window, which is there only while files are decoded. */
export function openImport({ store, openWindow, push, live }: ImportParts): {
  readonly importer: Importer;
  readonly decoder: Decoder;
} {
  const decoder = createDecoder((gone) => {
    const window = openWindow();
    window.webContents.on('render-process-gone', gone);
    return { send: push, close: () => (window.isDestroyed() ? undefined : window.destroy()) };
  });
  return { decoder, importer: new Importer({ store, decoder, live, now: Date.now }) };
}
