import { existsSync, readFileSync } from 'node:fs';
import { inRoot } from './paths.mjs';
import { closing, parseAllowedSkips } from './results.mjs';
import { say } from './say.mjs';

/** Whether this is continuous integration: skips must be accounted for there, and long runs are short. */
export const inCi = () => !['', '0', 'false'].includes(process.env['CI'] ?? '');

/**
 * Prints the end of a run: skips by name, then the one closing line.
 * @param {import('./results.mjs').Tally} tally
 * @returns {number} exit code
 */
export function close(tally) {
  const file = inRoot('test/allowed-skips');
  const allowed = parseAllowedSkips(existsSync(file) ? readFileSync(file, 'utf8') : '');
  const end = closing(tally, { ci: inCi(), allowed });
  for (const line of end.lines) say(line);
  return end.exitCode;
}
