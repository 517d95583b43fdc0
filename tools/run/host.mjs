import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { run } from './child.mjs';
import { environmentFor } from './npm.mjs';
import { inRoot, outFolder } from './paths.mjs';
import { say } from './say.mjs';

/**
 * @typedef {object} Host what opens the app
 * @property {'electron' | 'stand-in'} kind
 * @property {string} file
 * @property {readonly string[]} args
 * @property {string} why in words for the terminal
 */

const electronFolder = inRoot('node_modules/electron');
const memory = path.join(outFolder, 'electron-download.json');
const aDay = 24 * 60 * 60 * 1000;
const downloadLimitMs = 60_000;

/**
 * Electron's program, where npm's package has fetched it.
 * @param {string} folder of the electron package
 * @param {NodeJS.ProcessEnv} env
 */
export function electronBinary(folder, env) {
  const named = path.join(folder, 'path.txt');
  if (!existsSync(named)) return null;
  const file = path.join(
    env['ELECTRON_OVERRIDE_DIST_PATH'] ?? path.join(folder, 'dist'),
    readFileSync(named, 'utf8').trim(),
  );
  return existsSync(file) ? file : null;
}

/**
 * Whether a download that failed lately makes another attempt useless for now.
 * @param {unknown} remembered what the memory file says
 * @param {string} version of Electron that is wanted
 * @param {number} now epoch ms
 */
export function failedLately(remembered, version, now) {
  if (typeof remembered !== 'object' || remembered === null) return false;
  const { failedAt, version: tried } = /** @type {{failedAt?: unknown, version?: unknown}} */ (remembered);
  return tried === version && typeof failedAt === 'number' && failedAt <= now && now - failedAt < aDay;
}

/** @returns {unknown} */
function recall() {
  try {
    return JSON.parse(readFileSync(memory, 'utf8'));
  } catch {
    return null;
  }
}

/**
 * Electron's program, fetched if it can be; a failure is remembered for a day so that the next start is quick.
 * @param {string} node
 */
async function fetchElectron(node) {
  const present = electronBinary(electronFolder, process.env);
  if (present !== null) return present;
  const { version } = JSON.parse(readFileSync(path.join(electronFolder, 'package.json'), 'utf8'));
  if (failedLately(recall(), version, Date.now())) return null;
  say(`Electron ${version} is not here yet; trying to fetch it (at most ${downloadLimitMs / 1000} s).`);
  const env = environmentFor(process.env, node);
  const ended = await run(node, [path.join(electronFolder, 'install.js')], {
    env,
    quiet: true,
    limitMs: downloadLimitMs,
  });
  const fetched = electronBinary(electronFolder, process.env);
  if (ended.code === 0 && fetched !== null) return fetched;
  mkdirSync(outFolder, { recursive: true });
  writeFileSync(memory, JSON.stringify({ failedAt: Date.now(), version }));
  return null;
}

/**
 * Electron where its program is or can be fetched, otherwise the stand-in.
 * @param {string} node
 * @param {{standIn: boolean, appArgs: readonly string[]}} wish
 * @returns {Promise<Host>}
 */
export async function chooseHost(node, { standIn, appArgs }) {
  const electron = standIn ? null : await fetchElectron(node);
  if (electron !== null) return { kind: 'electron', file: electron, args: ['.', ...appArgs], why: 'with Electron' };
  return {
    kind: 'stand-in',
    file: node,
    args: ['--import', './test/standin/register.mjs', 'dist/main/main.js', ...appArgs],
    why: standIn
      ? 'through the stand-in for Electron, in an installed browser'
      : 'through the stand-in for Electron, in an installed browser, because Electron could not be downloaded here (tried again after a day, or after deleting out/electron-download.json)',
  };
}
