import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { run } from './child.mjs';
import { withLock } from './lock.mjs';
import { chooseNode, nodeBinary, nodeMajor } from './node-choice.mjs';
import { environmentFor, npmCi } from './npm.mjs';
import { inRoot, root } from './paths.mjs';
import { PlainError, showStep } from './say.mjs';
import { filesBelow, hashOf, removeStamp, sizesOf, stampIs, writeStamp } from './stamp.mjs';

const nodeFolder = inRoot('tools/node');
const nodeStamp = path.join(nodeFolder, 'node_modules/.stillroom-stamp');
const packagesStamp = inRoot('node_modules/.stillroom-stamp');
/** What the build in dist/ was made from. */
export const buildStamp = inRoot('dist/.stamp');
const lockFile = inRoot('out/.setup-lock');

/** @typedef {(pid: number) => void} Begun told the process id of a program that works on by itself */
/** @typedef {{name: string, needed: () => boolean, work: (begun: Begun) => Promise<void>}} Step */

/**
 * Which Node to use, and the step that brings it.
 * @returns {{node: string, step: Step | null}}
 */
function planNode() {
  const choice = chooseNode(process.versions.node, process.platform, process.arch);
  if (choice.kind === 'installed') return { node: process.execPath, step: null };
  if (choice.kind === 'none') {
    throw new PlainError(
      `Stillroom needs Node ${nodeMajor}, and npm carries none for ${process.platform} ${process.arch}. Install Node ${nodeMajor} from nodejs.org and run the same command again.`,
    );
  }
  const node = path.join(nodeFolder, 'node_modules', choice.package, nodeBinary(process.platform));
  const stamp = hashOf(root, [path.join(nodeFolder, 'package-lock.json')], [choice.package]);
  // Windows on ARM installs and runs the x64 build.
  const extra = choice.package.endsWith('x64') ? ['--cpu=x64'] : [];
  /** @type {Step} */
  const step = {
    name: `Node ${nodeMajor}`,
    needed: () => !existsSync(node) || !stampIs(nodeStamp, stamp),
    work: async (begun) => {
      removeStamp(nodeStamp);
      // npm runs on the installed Node this once: ours is what it brings.
      await npmCi({ node: process.execPath, folder: nodeFolder, extra, begun });
      if (!existsSync(node)) {
        throw new PlainError(
          `The npm registry could not be reached, or does not carry ${choice.package}. Connect this machine to the network (or install Node ${nodeMajor} from nodejs.org) and run the same command again.`,
        );
      }
      writeStamp(nodeStamp, stamp);
    },
  };
  return { node, step };
}

/**
 * Whether what npm last finished installing is what the lockfile asks for, and still there.
 * @param {string} folder
 */
export function installedMatchesLock(folder) {
  const hidden = path.join(folder, 'node_modules/.package-lock.json');
  if (!existsSync(hidden)) return false;
  /** @typedef {Record<string, {version?: string, optional?: boolean}>} Packages */
  const wanted = /** @type {Packages} */ (
    JSON.parse(readFileSync(path.join(folder, 'package-lock.json'), 'utf8')).packages
  );
  const present = /** @type {Packages} */ (JSON.parse(readFileSync(hidden, 'utf8')).packages);
  return Object.entries(wanted)
    .filter(([name]) => name !== '')
    .every(([name, entry]) => {
      const found = present[name];
      if (found === undefined) return entry.optional === true;
      return found.version === entry.version && existsSync(path.join(folder, name, 'package.json'));
    });
}

/**
 * @param {string} node
 * @returns {Step}
 */
function planPackages(node) {
  // The stamp names the machine the packages were chosen for: a folder may be shared between two systems.
  const machine = `${process.platform}-${process.arch}`;
  const elsewhere = () => existsSync(packagesStamp) && !stampIs(packagesStamp, machine);
  return {
    name: 'packages',
    needed: () => !installedMatchesLock(root) || elsewhere(),
    work: async (begun) => {
      removeStamp(packagesStamp);
      await npmCi({ node, folder: root, extra: [], begun });
      writeStamp(packagesStamp, machine);
    },
  };
}

/** What the built app depends on. */
export function buildHash() {
  const sources = ['electron', 'renderer', 'shared', 'tools/vite'].flatMap((folder) => filesBelow(inRoot(folder)));
  const single = ['tools/build.ts', 'package.json', 'package-lock.json', 'tsconfig.json'].map((file) => inRoot(file));
  return hashOf(root, [...sources, ...single], sizesOf(root, filesBelow(inRoot('assets'))));
}

/**
 * @param {string} node
 * @returns {Step}
 */
function planBuild(node) {
  return {
    name: 'build',
    needed: () => !stampIs(buildStamp, buildHash()),
    work: async (begun) => {
      const hash = buildHash();
      removeStamp(buildStamp);
      const ended = await run(node, [inRoot('tools/build.ts')], {
        env: environmentFor(process.env, node),
        quiet: true,
        begun,
      });
      if (ended.code !== 0) throw new PlainError(`The build failed:\n${ended.output.trim()}`);
      writeStamp(buildStamp, hash);
    },
  };
}

/**
 * Does the steps that are needed, numbered; says nothing where all is current.
 * @param {readonly Step[]} steps
 * @param {Begun} begun
 */
async function doNeeded(steps, begun) {
  const needed = steps.filter((step) => step.needed());
  for (const [index, step] of needed.entries()) {
    await showStep(`${index + 1}/${needed.length} ${step.name}`, () => step.work(begun));
  }
}

/**
 * Brings Node and the packages.
 * @returns {Promise<string>} path of the Node to run everything with
 */
export async function prepare() {
  return withLock(lockFile, async (begun) => {
    const { node, step } = planNode();
    await doNeeded([...(step ? [step] : []), planPackages(node)], begun);
    return node;
  });
}

/**
 * Brings Node, the packages and the build.
 * @returns {Promise<string>} path of the Node to run everything with
 */
export async function prepareAndBuild() {
  return withLock(lockFile, async (begun) => {
    const { node, step } = planNode();
    await doNeeded([...(step ? [step] : []), planPackages(node), planBuild(node)], begun);
    return node;
  });
}

/**
 * Builds what is not current.
 * @param {string} node
 */
export async function ensureBuild(node) {
  const step = planBuild(node);
  if (step.needed()) await withLock(lockFile, step.work);
}
