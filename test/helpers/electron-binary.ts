import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = new URL('../../node_modules/electron/', import.meta.url);

/** Where Electron's binary lies, or null. It never asks the `electron` package, which would try to download one. */
export function electronBinary(): string | null {
  const named = new URL('path.txt', folder);
  if (!existsSync(named)) return null;
  const name = readFileSync(named, 'utf8').trim();
  const override = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  const path = override === undefined ? fileURLToPath(new URL(`dist/${name}`, folder)) : `${override}/${name}`;
  return existsSync(path) ? path : null;
}
