import { copyFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const howler = fileURLToPath(new URL('../../node_modules/howler/dist/howler.js', import.meta.url));

/** Howler as its own documentation uses it: a Howl for each track, its own fade, unloaded when that is over. */
const plainHowler = `
  let current = null;
  window.playNext = (src, fadeMs) => {
    const next = new Howl({ src: [src], html5: true });
    next.play();
    if (fadeMs > 0) next.fade(0, 1, fadeMs);
    if (current !== null) {
      const old = current;
      if (fadeMs > 0) {
        old.fade(1, 0, fadeMs);
        old.once('fade', () => old.unload());
      } else old.unload();
    }
    current = next;
  };`;

/** Writes `plain.html` into a folder of pages: Howler with `playNext(src, fadeMs)`, and a script of the caller's. */
export function writePlainPage(pages: string, more = ''): void {
  copyFileSync(howler, path.join(pages, 'howler.js'));
  writeFileSync(path.join(pages, 'plain.js'), plainHowler + more);
  const scripts = '<script src="howler.js"></script><script src="plain.js"></script>';
  writeFileSync(path.join(pages, 'plain.html'), `<!doctype html><title>Howler</title>${scripts}`);
}
