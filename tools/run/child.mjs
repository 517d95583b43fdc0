import { spawn } from 'node:child_process';
import { root } from './paths.mjs';

/**
 * @typedef {object} Ended how a child process ended
 * @property {number | null} code
 * @property {NodeJS.Signals | null} signal
 * @property {string} output what it said, both streams in the order they came; empty where it spoke directly
 */

/**
 * @typedef {object} RunOptions
 * @property {string} [cwd]
 * @property {NodeJS.ProcessEnv} [env]
 * @property {boolean} [quiet] keep the output instead of showing it
 * @property {number} [limitMs] end it after this long
 * @property {(pid: number) => void} [begun] told the process id
 * @property {(output: string) => boolean} [hopeless] whether to end it, by what it has said so far
 */

/**
 * Runs a program to its end. Never through a shell, so paths with spaces need no care.
 * @param {string} file
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<Ended>}
 */
export function run(file, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, {
      cwd: options.cwd ?? root,
      env: options.env ?? process.env,
      stdio: options.quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit',
      windowsHide: true,
    });
    if (child.pid !== undefined) options.begun?.(child.pid);
    let output = '';
    /** @param {Buffer} chunk */
    const heard = (chunk) => {
      output += String(chunk);
      if (options.hopeless?.(output)) child.kill('SIGKILL');
    };
    child.stdout?.on('data', heard);
    child.stderr?.on('data', heard);
    const limit = options.limitMs === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), options.limitMs);
    child.on('error', (error) => {
      clearTimeout(limit);
      reject(error);
    });
    child.on('close', (code, signal) => {
      clearTimeout(limit);
      resolve({ code, signal, output });
    });
  });
}

/**
 * Runs jobs, a few at a time, in order of the list.
 * @template T
 * @param {readonly (() => Promise<T>)[]} jobs
 * @param {number} width how many at once
 * @returns {Promise<T[]>} in the order of the list
 */
export async function inParallel(jobs, width) {
  /** @type {T[]} */
  const results = [];
  let next = 0;
  const worker = async () => {
    while (next < jobs.length) {
      const index = next++;
      const job = jobs[index];
      if (job) results[index] = await job();
    }
  };
  await Promise.all(Array.from({ length: width }, worker));
  return results;
}
