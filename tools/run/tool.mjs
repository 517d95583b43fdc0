import { readFileSync } from 'node:fs';
import path from 'node:path';
import { inRoot } from './paths.mjs';

/**
 * The script behind a package's command, to run with a Node of our choice; the links in .bin are shell files on Windows.
 * @param {string} packageName
 * @param {string} [command] where it is not named as the package
 */
export function toolPath(packageName, command = packageName) {
  const folder = inRoot('node_modules', packageName);
  const { bin } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  return path.join(folder, typeof bin === 'string' ? bin : bin[command]);
}
