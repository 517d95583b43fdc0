import { spawn } from 'node:child_process';
import { environmentFor } from './npm.mjs';
import { inRoot, root } from './paths.mjs';
import { say } from './say.mjs';
import { buildStamp, prepareAndBuild } from './setup.mjs';
import { prepareHost } from './start.mjs';
import { removeStamp } from './stamp.mjs';
import { exits, meant, sentenceFor } from './supervise.mjs';

/** Changes come in bursts (a save touches several parts): one restart for all of them. */
const quietMs = 150;
const patienceMs = 5_000;

/**
 * @param {import('node:child_process').ChildProcess} child
 * @returns {Promise<void>}
 */
async function end(child) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const force = setTimeout(() => child.kill('SIGKILL'), patienceMs);
  await new Promise((resolve) => {
    child.once('exit', resolve);
    child.kill('SIGTERM');
  });
  clearTimeout(force);
}

/**
 * Opens the app and builds what changes. The app is started again after each build: a session comes back by itself, as
 * it does after a crash.
 * @param {readonly string[]} rest as for start
 * @returns {Promise<number>} exit code
 */
export async function dev(rest) {
  const node = await prepareAndBuild();
  const { host, env } = await prepareHost(node, rest);
  // What the watching builder leaves behind is of unknown age to the next command.
  removeStamp(buildStamp);
  const builder = spawn(node, [inRoot('tools/build.ts'), '--watch'], {
    cwd: root,
    env: environmentFor(process.env, node),
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  return new Promise((resolve) => {
    /** @type {import('node:child_process').ChildProcess | null} */
    let app = null;
    /** @type {NodeJS.Timeout | undefined} */
    let waiting;
    let restarting = false;
    const finish = async (/** @type {number} */ code) => {
      clearTimeout(waiting);
      builder.removeAllListeners();
      await Promise.all([end(builder), app === null ? undefined : end(app)]);
      resolve(code);
    };
    const open = () => {
      app = spawn(host.file, host.args, { cwd: root, env, stdio: 'inherit' });
      app.on('exit', (code) => {
        if (restarting) return;
        if (code === exits.alreadyRunning) say(sentenceFor(code) ?? '');
        if (code !== null && meant(code)) void finish(code);
        else say('The app ended unexpectedly; it is started again after the next change.');
      });
    };
    const reopen = async () => {
      restarting = true;
      if (app !== null) await end(app);
      restarting = false;
      open();
      say(`Opened Stillroom ${host.why}. Building on change.`);
    };
    builder.on('message', () => {
      clearTimeout(waiting);
      waiting = setTimeout(() => void reopen(), quietMs);
    });
    builder.on('exit', () => void finish(1));
    process.on('SIGINT', () => void finish(0));
    process.on('SIGTERM', () => void finish(0));
  });
}
