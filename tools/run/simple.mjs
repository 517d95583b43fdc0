import { existsSync } from 'node:fs';
import { run } from './child.mjs';
import { environmentFor } from './npm.mjs';
import { inRoot } from './paths.mjs';
import { PlainError, say } from './say.mjs';
import { prepare, prepareAndBuild } from './setup.mjs';
import { toolPath } from './tool.mjs';

/**
 * Runs one of the project's own scripts on the Node given.
 * @param {string} node
 * @param {string} script from the project's folder
 * @param {readonly string[]} rest
 */
async function runScript(node, script, rest) {
  if (!existsSync(inRoot(script))) throw new PlainError(`This version of Stillroom has no ${script}.`);
  const ended = await run(node, [inRoot(script), ...rest], { env: environmentFor(process.env, node) });
  return ended.code ?? 1;
}

/**
 * A script that needs only the packages.
 * @param {string} script
 * @param {readonly string[]} rest
 */
export async function withPackages(script, rest) {
  return runScript(await prepare(), script, rest);
}

/**
 * A script that works on the built app.
 * @param {string} script
 * @param {readonly string[]} rest
 */
export async function onBuilt(script, rest) {
  return runScript(await prepareAndBuild(), script, rest);
}

/** Sets up and builds, nothing else. */
export async function buildOnly() {
  await prepareAndBuild();
  say('dist/ is current.');
  return 0;
}

/** Formats every file in place. */
export async function format() {
  const node = await prepare();
  const ended = await run(node, [toolPath('oxfmt'), '--write', '.'], { env: environmentFor(process.env, node) });
  return ended.code ?? 1;
}
