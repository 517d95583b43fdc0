import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';

/**
 * @typedef {object} Tally what a part of a run came to
 * @property {number} passed
 * @property {number} failed
 * @property {readonly string[]} skipped names
 * @property {readonly string[]} [failures] name and first lines of the reason of what failed, where they are known
 */

/** @type {Tally} */
export const nothing = { passed: 0, failed: 0, skipped: [], failures: [] };

/**
 * @param {readonly Tally[]} tallies
 * @returns {Tally}
 */
export function sum(tallies) {
  return {
    passed: tallies.reduce((total, tally) => total + tally.passed, 0),
    failed: tallies.reduce((total, tally) => total + tally.failed, 0),
    skipped: tallies.flatMap((tally) => [...tally.skipped]),
    failures: tallies.flatMap((tally) => [...(tally.failures ?? [])]),
  };
}

/**
 * A step without tests of its own, such as the linter, counts as one.
 * @param {boolean} passed
 * @param {string} name of the step
 * @returns {Tally}
 */
export function oneStep(passed, name) {
  return passed ? { ...nothing, passed: 1 } : { ...nothing, failed: 1, failures: [name] };
}

/** So many lines of a reason are repeated at the end of a run: enough to tell what was expected of what. */
const REASON_LINES = 8;

/**
 * @param {string} name
 * @param {string} reason
 */
function failure(name, reason) {
  const plain = stripVTControlCharacters(reason);
  const lines = plain.split('\n').filter((line) => line.trim() !== '');
  return [name, ...lines.slice(0, REASON_LINES).map((line) => `    ${line.trim()}`)].join('\n');
}

/**
 * @param {string} file
 * @returns {any}
 */
function readReport(file) {
  if (!existsSync(file)) return null;
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

/**
 * Counts a vitest JSON report. A file that could not be loaded, a run that died and an error outside any test each
 * count as failed: they must never look like a clean run.
 * @param {string} file
 * @param {number | null} exitCode of vitest
 * @returns {Tally}
 */
export function countVitest(file, exitCode) {
  const report = readReport(file);
  if (report === null) return oneStep(false, `${path.basename(file)} was not written`);
  /** @type {{status: string, fullName: string, failureMessages?: string[]}[]} */
  const tests = report.testResults.flatMap((/** @type {any} */ suite) => suite.assertionResults);
  const unloaded = report.testResults
    .filter(
      (/** @type {any} */ suite) =>
        suite.status === 'failed' &&
        suite.assertionResults.every((/** @type {any} */ test) => test.status !== 'failed'),
    )
    .map((/** @type {any} */ suite) => failure(`${suite.name} could not be loaded`, suite.message ?? ''));
  const failures = tests
    .filter((test) => test.status === 'failed')
    .map((test) => failure(test.fullName, test.failureMessages?.join('\n') ?? ''))
    .concat(unloaded);
  if (failures.length === 0 && exitCode !== 0) failures.push('an error outside of any test; it is told above');
  return {
    passed: tests.filter((test) => test.status === 'passed').length,
    failed: failures.length,
    skipped: tests.filter((test) => !['passed', 'failed'].includes(test.status)).map((test) => test.fullName),
    failures,
  };
}

/**
 * Counts a Playwright JSON report; a test that passed only at a second try counts as failed.
 * @param {string} file
 * @param {number | null} exitCode of Playwright
 * @returns {Tally}
 */
export function countPlaywright(file, exitCode) {
  const report = readReport(file);
  if (report === null) return oneStep(false, `${path.basename(file)} was not written`);
  /** @type {{title: string, status: string, reason: string}[]} */
  const tests = report.suites.flatMap((/** @type {any} */ suite) => testsOf(suite, []));
  const failures = tests
    .filter((test) => ['unexpected', 'flaky'].includes(test.status))
    .map((test) => failure(test.title, test.reason))
    .concat(report.errors.map((/** @type {any} */ error) => failure('outside of any test', error.message ?? '')));
  if (failures.length === 0 && exitCode !== 0) failures.push('an error outside of any test; it is told above');
  return {
    passed: tests.filter((test) => test.status === 'expected').length,
    failed: failures.length,
    skipped: tests.filter((test) => test.status === 'skipped').map((test) => test.title),
    failures,
  };
}

/**
 * @param {any} suite
 * @param {readonly string[]} above titles of the suites around it
 * @returns {{title: string, status: string, reason: string}[]}
 */
function testsOf(suite, above) {
  // A file's own suite has the file as its title; names read better without it.
  const titles = suite.title === suite.file ? above : [...above, suite.title];
  const own = (suite.specs ?? []).flatMap((/** @type {any} */ spec) =>
    spec.tests.map((/** @type {any} */ test) => ({
      title: [...titles, spec.title].join(' '),
      status: test.status,
      reason: (test.results ?? [])
        .flatMap((/** @type {any} */ result) => result.errors ?? [])
        .map((/** @type {any} */ error) => error.message ?? '')
        .join('\n'),
    })),
  );
  return [...own, ...(suite.suites ?? []).flatMap((/** @type {any} */ inner) => testsOf(inner, titles))];
}

/**
 * The skips that a run in CI may have: one line each, `name | reason`; `#` begins a remark.
 * @param {string} text
 * @returns {ReadonlyMap<string, string>}
 */
export function parseAllowedSkips(text) {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
  return new Map(
    lines.map((line) => {
      const bar = line.lastIndexOf(' | ');
      const reason = line.slice(bar + 3).trim();
      if (bar < 1 || reason === '') throw new Error(`test/allowed-skips: "${line}" is not "name | reason"`);
      return [line.slice(0, bar).trim(), reason];
    }),
  );
}

/**
 * What a run says at its end (what was skipped and what failed, by name), and whether it passed. In CI a skip that is not allowed counts as failed.
 * @param {Tally} tally
 * @param {{ci: boolean, allowed: ReadonlyMap<string, string>}} rules
 * @returns {{lines: readonly string[], exitCode: number}}
 */
export function closing(tally, { ci, allowed }) {
  const refused = ci ? tally.skipped.filter((name) => !allowed.has(name)) : [];
  const skipped = tally.skipped.length - refused.length;
  const failed = tally.failed + refused.length;
  const named = tally.skipped.map((name) => {
    const reason = allowed.get(name);
    if (refused.includes(name)) return `skipped, which counts as failed here: ${name}`;
    return reason === undefined ? `skipped: ${name}` : `skipped: ${name} (${reason})`;
  });
  const line = `${tally.passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
  // What failed stands far above by now, or is cut off where only the end of a run is kept.
  const failures = (tally.failures ?? []).map((text) => `failed: ${text}`);
  return { lines: [...named, ...failures, line], exitCode: failed === 0 ? 0 : 1 };
}
