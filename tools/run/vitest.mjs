import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { run } from './child.mjs';
import { environmentFor } from './npm.mjs';
import { outFolder } from './paths.mjs';
import { countVitest } from './results.mjs';
import { toolPath } from './tool.mjs';

/** Where the test programs leave what they counted. */
export const reports = path.join(outFolder, 'test');

/**
 * Runs vitest, showing what it says, and counts.
 * @param {string} node
 * @param {string} project name or pattern of projects in vitest.config.ts
 * @param {readonly string[]} args more for vitest
 * @param {NodeJS.ProcessEnv} more for the environment
 */
export async function runVitest(node, project, args, more) {
  const report = path.join(reports, `vitest-${project.replace(/\W/g, '')}.json`);
  mkdirSync(reports, { recursive: true });
  rmSync(report, { force: true });
  const own = ['run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const ended = await run(node, [toolPath('vitest'), ...own, ...args], {
    env: { ...environmentFor(process.env, node), ...more },
  });
  return countVitest(report, ended.code);
}
