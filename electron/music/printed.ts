import { execFile } from 'node:child_process';

/** A system that does not answer within this is not known, ms. */
const LIMIT_MS = 4_000;

/** What a program of the system prints; null where it is not there, fails or hangs. Never rejects. */
export type Printed = (program: string, args: readonly string[]) => Promise<string | null>;

/** Asks the system itself, with words that do not change with its language. */
export const printed: Printed = (program, args) =>
  new Promise((resolve) => {
    const env = { ...process.env, LC_ALL: 'C' };
    execFile(program, args, { timeout: LIMIT_MS, windowsHide: true, env }, (problem, text) =>
      resolve(problem === null ? text : null),
    );
  });
