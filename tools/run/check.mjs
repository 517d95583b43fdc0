import { existsSync, mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { putBehind } from './behind.mjs';
import { browserFor } from './browser.mjs';
import { inParallel, run } from './child.mjs';
import { close } from './close.mjs';
import { environmentFor } from './npm.mjs';
import { inRoot } from './paths.mjs';
import { countPlaywright, nothing, oneStep, sum } from './results.mjs';
import { formatDuration, PlainError, say } from './say.mjs';
import { ensureBuild, prepare } from './setup.mjs';
import { filesBelow } from './stamp.mjs';
import { toolPath } from './tool.mjs';
import { reports, runVitest } from './vitest.mjs';

/** @typedef {import('./results.mjs').Tally} Tally */

/** One type check per layer; each layer's tsconfig says what it may touch. */
const layers = ['shared', 'electron', 'renderer', 'test', 'tools', 'test/tsconfig.standin.json'];

/**
 * Runs a step that is silent while it passes.
 * @param {string} name
 * @param {() => Promise<{code: number | null, output: string}>} work
 */
async function staticStep(name, work) {
  const began = Date.now();
  const ended = await work();
  const passed = ended.code === 0;
  say(`${passed ? 'ok    ' : 'FAILED'} ${name} (${formatDuration(Date.now() - began)})`);
  if (!passed) say(ended.output.trim());
  return oneStep(passed, name);
}

/**
 * Format, lint, types and the build.
 * @param {string} node
 */
async function staticSteps(node) {
  const env = environmentFor(process.env, node);
  /** @param {string} name @param {readonly string[]} args */
  const tool = (name, args) => () => staticStep(name, () => run(node, args, { env, quiet: true }));
  const types = layers
    .filter((layer) => existsSync(inRoot(layer)))
    .map((layer) => tool(`types ${layer}`, [toolPath('typescript', 'tsc'), '--pretty', 'false', '-p', layer]));
  const build = () =>
    staticStep('build', () =>
      ensureBuild(node).then(
        () => ({ code: 0, output: '' }),
        (error) => ({ code: 1, output: String(error instanceof PlainError ? error.message : error) }),
      ),
    );
  const jobs = [
    build,
    tool('format', [toolPath('oxfmt'), '--check', '.']),
    tool('lint', [toolPath('oxlint'), '--type-aware', '--deny-warnings', '.']),
    ...types,
  ];
  return sum(await inParallel(jobs, 2));
}

/**
 * @param {string} node
 * @param {readonly string[]} args more for vitest
 */
const unitTests = (node, args) => runVitest(node, 'unit*', args, {});

/**
 * Of playwright.config.ts. The apps in which a clock or sound is looked at run one after the other, so that nothing disturbs
 * them: they mostly wait. All else judges no time and runs beside them with what they leave.
 */
const projects = [
  { project: 'app', behind: false },
  { project: 'unhurried', behind: true },
  { project: 'screens', behind: true },
];

/**
 * One project of the end-to-end specs.
 * @param {string} node
 * @param {string} browser
 * @param {{project: string, behind: boolean}} wanted `behind`: with what others leave of the processor
 * @returns {Promise<Tally>}
 */
async function specs(node, browser, { project, behind }) {
  const report = path.join(reports, `playwright-${project}.json`);
  rmSync(report, { force: true });
  const env = {
    ...environmentFor(process.env, node),
    PLAYWRIGHT_JSON_OUTPUT_FILE: report,
    STILLROOM_BROWSER: browser,
  };
  const args = [
    ...['test', '--reporter=list,json', `--project=${project}`, '--workers=1'],
    `--output=${path.join(reports, 'artefacts', project)}`,
  ];
  /** @param {number} pid */
  const begun = (pid) => {
    if (behind) putBehind(pid);
  };
  const ended = await run(node, [toolPath('playwright'), ...args], { env, begun });
  return countPlaywright(report, ended.code);
}

/**
 * The built app, driven in a browser as a nurse would.
 * @param {string} node
 * @param {string} browser
 * @returns {Promise<Tally>}
 */
async function endToEnd(node, browser) {
  if (!filesBelow(inRoot('test/e2e')).some((file) => file.endsWith('.spec.ts'))) {
    say('There are no end-to-end specs in test/e2e.');
    return nothing;
  }
  const jobs = projects.map((wanted) => () => specs(node, browser, wanted));
  return sum(await inParallel(jobs, jobs.length));
}

/**
 * All that needs a browser: the stand-in's own tests and the end-to-end specs.
 * @param {string} node
 * @returns {Promise<Tally>}
 */
async function inBrowser(node) {
  try {
    const browser = await browserFor(node);
    return sum([await runVitest(node, 'stand-in', [], { STILLROOM_BROWSER: browser }), await endToEnd(node, browser)]);
  } catch (error) {
    if (!(error instanceof PlainError)) throw error;
    say(error.message);
    return oneStep(false, error.message);
  }
}

/**
 * Format, lint, types, build, unit tests.
 * @param {readonly string[]} rest
 */
export async function check(rest) {
  const node = await prepare();
  mkdirSync(reports, { recursive: true });
  return close(sum([await staticSteps(node), await unitTests(node, rest)]));
}

/**
 * Everything that needs no third-party program but a browser.
 * @param {readonly string[]} rest
 */
export async function test(rest) {
  const node = await prepare();
  mkdirSync(reports, { recursive: true });
  const before = sum([await staticSteps(node), await unitTests(node, rest)]);
  return close(sum([before, await inBrowser(node)]));
}
