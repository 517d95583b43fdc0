import { findBrowser } from './browser.mjs';
import { chooseHost } from './host.mjs';
import { environmentFor } from './npm.mjs';
import { PlainError, say } from './say.mjs';
import { prepareAndBuild } from './setup.mjs';
import { exits, hasDisplay, sentenceFor, supervise } from './supervise.mjs';

/**
 * Chooses the host and its environment, or says plainly what is missing.
 * @param {string} node
 * @param {readonly string[]} rest `--stand-in` passes Electron by; all else goes to the app
 */
export async function prepareHost(node, rest) {
  if (!hasDisplay(process.platform, process.env)) throw plain(exits.noDisplay);
  const appArgs = rest.filter((word) => word !== '--stand-in');
  const host = await chooseHost(node, { standIn: rest.includes('--stand-in'), appArgs });
  const env = environmentFor(process.env, node);
  if (host.kind === 'electron') return { host, env };
  const browser = await findBrowser(node);
  if (browser === null) throw plain(exits.noBrowser);
  // What the stand-in would say about its browser is said here.
  return { host, env: { ...env, STILLROOM_BROWSER: browser, STILLROOM_QUIET: '1' } };
}

/** @param {number} code one of `exits` */
function plain(code) {
  return new PlainError(sentenceFor(code) ?? '', code);
}

/**
 * Sets up, opens the app and keeps it running.
 * @param {readonly string[]} rest
 */
export async function start(rest) {
  if (!hasDisplay(process.platform, process.env)) throw plain(exits.noDisplay);
  const node = await prepareAndBuild();
  const { host, env } = await prepareHost(node, rest);
  say(`Opening Stillroom ${host.why}.`);
  return supervise({ file: host.file, args: host.args, env });
}
