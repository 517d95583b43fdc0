import { existsSync, readFileSync } from 'node:fs';

/**
 * @typedef {object} Tally what a part of a run came to
 * @property {number} passed
 * @property {number} failed
 * @property {readonly string[]} skipped names
 */

/** @type {Tally} */
export const nothing = { passed: 0, failed: 0, skipped: [] };

/**
 * @param {readonly Tally[]} tallies
 * @returns {Tally}
 */
export function sum(tallies) {
  return {
    passed: tallies.reduce((total, tally) => total + tally.passed, 0),
    failed: tallies.reduce((total, tally) => total + tally.failed, 0),
    skipped: tallies.flatMap((tally) => [...tally.skipped]),
  };
}

/**
 * A step without tests of its own, such as the linter, counts as one.
 * @param {boolean} passed
 * @returns {Tally}
 */
export function oneStep(passed) {
  return passed ? { passed: 1, failed: 0, skipped: [] } : { passed: 0, failed: 1, skipped: [] };
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
  if (report === null) return oneStep(false);
  /** @type {{status: string, fullName: string}[]} */
  const tests = report.testResults.flatMap((/** @type {any} */ suite) => suite.assertionResults);
  const unloaded = report.testResults.filter(
    (/** @type {any} */ suite) =>
      suite.status === 'failed' && suite.assertionResults.every((/** @type {any} */ test) => test.status !== 'failed'),
  ).length;
  const failed = tests.filter((test) => test.status === 'failed').length + unloaded;
  return {
    passed: tests.filter((test) => test.status === 'passed').length,
    failed: failed === 0 && exitCode !== 0 ? 1 : failed,
    skipped: tests.filter((test) => !['passed', 'failed'].includes(test.status)).map((test) => test.fullName),
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
  if (report === null) return oneStep(false);
  /** @type {{title: string, status: string}[]} */
  const tests = report.suites.flatMap((/** @type {any} */ suite) => testsOf(suite, []));
  const failed = tests.filter((test) => ['unexpected', 'flaky'].includes(test.status)).length + report.errors.length;
  return {
    passed: tests.filter((test) => test.status === 'expected').length,
    failed: failed === 0 && exitCode !== 0 ? 1 : failed,
    skipped: tests.filter((test) => test.status === 'skipped').map((test) => test.title),
  };
}

/**
 * @param {any} suite
 * @param {readonly string[]} above titles of the suites around it
 * @returns {{title: string, status: string}[]}
 */
function testsOf(suite, above) {
  // A file's own suite has the file as its title; names read better without it.
  const titles = suite.title === suite.file ? above : [...above, suite.title];
  const own = (suite.specs ?? []).flatMap((/** @type {any} */ spec) =>
    spec.tests.map((/** @type {any} */ test) => ({ title: [...titles, spec.title].join(' '), status: test.status })),
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
 * What a run says at its end, and whether it passed. In CI a skip that is not allowed counts as failed.
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
  return { lines: [...named, line], exitCode: failed === 0 ? 0 : 1 };
}
