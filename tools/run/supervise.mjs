import { spawn } from 'node:child_process';
import { setTimeout as delay } from 'node:timers/promises';
import { root } from './paths.mjs';
import { say } from './say.mjs';

/**
 * How the app ends when it means to. Those of the stand-in (test/standin/host.ts) have said why themselves; any other
 * code is a crash.
 */
export const exits = { quit: 0, alreadyRunning: 10, noBrowser: 71, noDisplay: 72, profileInUse: 73, browserFailed: 74 };

/** @type {Readonly<Record<number, string>>} */
const sentences = {
  [exits.alreadyRunning]:
    'Stillroom is already open on this computer. Use its window, or close it before starting another.',
  [exits.noBrowser]:
    'No browser was found to open the app in. Install Chromium or Chrome (on Debian: apt-get install chromium), or name one: STILLROOM_BROWSER=/path/to/chrome.',
  [exits.noDisplay]:
    'There is no display to open a window on. Start from a desktop session; on a machine without one: xvfb-run -a npm start.',
};

const restarts = 3;
const windowMs = 5 * 60 * 1000;

/**
 * What to do about an app that has ended.
 * @param {{code: number | null, signal: string | null}} ended
 * @param {readonly number[]} crashes when it crashed before, epoch ms
 * @param {number} now epoch ms
 * @returns {{kind: 'done', exitCode: number, sentence: string | null} | {kind: 'again', crashes: readonly number[]}}
 */
export function afterExit({ code, signal }, crashes, now) {
  if (code === exits.quit) return { kind: 'done', exitCode: 0, sentence: null };
  if (code === exits.alreadyRunning) return { kind: 'done', exitCode: code, sentence: sentenceFor(code) };
  if (code !== null && meant(code)) return { kind: 'done', exitCode: code, sentence: null };
  const recent = crashes.filter((at) => now - at < windowMs);
  if (recent.length < restarts) return { kind: 'again', crashes: [...recent, now] };
  return {
    kind: 'done',
    exitCode: 1,
    sentence: `The app has ended unexpectedly ${restarts + 1} times within five minutes (last: ${signal ?? `code ${code}`}) and is not started again. The session's record is safe on disk; go on by paper, and see the lines above for the cause.`,
  };
}

/**
 * Whether a display can be expected. Only Linux can lack one and still run us.
 * @param {string} platform
 * @param {NodeJS.ProcessEnv} env
 */
export function hasDisplay(platform, env) {
  const named = [env['DISPLAY'], env['WAYLAND_DISPLAY'], env['STILLROOM_HEADLESS']];
  return platform !== 'linux' || named.some((value) => value !== undefined && value !== '');
}

/**
 * Whether an exit code is one of those above rather than a crash.
 * @param {number} code
 */
export function meant(code) {
  return Object.values(exits).includes(code);
}

/** @param {number} code */
export function sentenceFor(code) {
  return sentences[code] ?? null;
}

/** @typedef {{file: string, args: readonly string[], env: NodeJS.ProcessEnv}} App */

/**
 * Runs the app once.
 * @param {App} app
 * @param {AbortSignal} stopping asks it to quit; with the reason `told` it has been asked already
 * @returns {Promise<{code: number | null, signal: string | null}>}
 */
function runOnce({ file, args, env }, stopping) {
  return new Promise((resolve) => {
    const child = spawn(file, args, { cwd: root, env, stdio: 'inherit' });
    const stop = () => void (stopping.reason === 'told' || child.kill('SIGTERM'));
    stopping.addEventListener('abort', stop);
    child.on('error', (error) => {
      say(error.message);
      resolve({ code: 1, signal: null });
    });
    child.on('exit', (code, signal) => {
      stopping.removeEventListener('abort', stop);
      resolve({ code, signal });
    });
  });
}

/**
 * @param {App} app
 * @param {AbortSignal} stopping
 */
async function keepRunning(app, stopping) {
  /** @type {readonly number[]} */
  let crashes = [];
  for (;;) {
    const ended = await runOnce(app, stopping);
    if (stopping.aborted) return 0;
    const next = afterExit(ended, crashes, Date.now());
    if (next.kind === 'done') {
      if (next.sentence !== null) say(next.sentence);
      return next.exitCode;
    }
    crashes = next.crashes;
    say(`The app ended unexpectedly (${ended.signal ?? `code ${ended.code}`}); starting it again.`);
    await delay(250);
    if (stopping.aborted) return 0;
  }
}

/**
 * Keeps the app running: after a crash it is started again within 2 s, at most 3 times in 5 minutes. Ctrl-C and SIGTERM
 * ask it to quit.
 * @param {App} app
 * @returns {Promise<number>} exit code
 */
export async function supervise(app) {
  const stopping = new AbortController();
  // A terminal sends Ctrl-C to the app as well; a second signal from us would cut its clean end short.
  const interrupted = () => stopping.abort(process.stdin.isTTY ? 'told' : 'ask');
  const terminated = () => stopping.abort('ask');
  process.on('SIGINT', interrupted);
  process.on('SIGTERM', terminated);
  try {
    return await keepRunning(app, stopping.signal);
  } finally {
    process.off('SIGINT', interrupted);
    process.off('SIGTERM', terminated);
  }
}
