import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, extname, isAbsolute, join } from 'node:path';
import { Script } from 'node:vm';
import { refuse } from '../strict.ts';
import { whyNotJson } from '../wire.ts';
import { pageShim, type ShimConfig } from './page-shim.ts';

/** The two names by which page and main find each other; drawn afresh for every page. */
export interface Doors {
  readonly toMain: string;
  readonly fromMain: string;
}

/** Names no page can guess. */
export function drawDoors(): Doors {
  const random = randomBytes(12).toString('hex');
  return { toMain: `toMain${random}`, fromMain: `fromMain${random}` };
}

function isModuleFolder(folder: string): boolean {
  const file = join(folder, 'package.json');
  if (existsSync(file)) return (JSON.parse(readFileSync(file, 'utf8')) as { type?: string }).type === 'module';
  return dirname(folder) !== folder && isModuleFolder(dirname(folder));
}

const wrap = (source: string): string => `((require, module, exports, process) => {${source}\n})`;

/** Reads a preload script, refusing what a sandbox does not run: a relative path, an ES module, a file that does not parse. */
export function readPreload(path: string): string {
  if (!isAbsolute(path)) refuse(`The preload path must be absolute, not ${path}.`);
  if (!existsSync(path)) refuse(`There is no preload script at ${path}.`);
  const extension = extname(path);
  if (extension === '.mjs' || (extension === '.js' && isModuleFolder(dirname(path))))
    refuse(`${path} is an ES module: a sandboxed preload must be one CommonJS file (name it .cjs).`);
  const source = readFileSync(path, 'utf8');
  try {
    new Script(wrap(source));
  } catch (error) {
    refuse(`The preload ${path} does not parse as CommonJS, the only kind a sandbox runs: ${(error as Error).message}`);
  }
  return source;
}

/** The script that runs before every other in the top frame of a page of the app; the empty page that comes first gets none. */
export function preloadScript(path: string | null, doors: Doors, argv: readonly string[]): string {
  const { node, chrome, electron } = process.versions as Record<string, string | undefined>;
  const versions = { node: node ?? '', chrome: chrome ?? '', electron: electron ?? '' };
  const config: ShimConfig = { ...doors, versions, platform: process.platform, argv };
  const source = path === null ? '' : readPreload(path);
  return `(() => {
    if (window.top !== window || location.protocol !== 'https:') return;
    ${whyNotJson.toString()}
    const { require, process } = (${pageShim.toString()})(${JSON.stringify(config)}, whyNotJson);
    const module = { exports: {} };
    (${wrap(source)})(require, module, module.exports, process);
  })();`;
}
