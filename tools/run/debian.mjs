import { existsSync } from 'node:fs';
import { run } from './child.mjs';
import { PlainError } from './say.mjs';

/** Debian and its children, as root: the one place where programs are installed without being asked. */
export const mayInstall = () =>
  process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');

/** @param {readonly string[]} names of Debian packages */
export async function installPackages(names) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const steps = [
    ['update', '-qq'],
    ['install', '-y', '-qq', '--no-install-recommends', ...names],
  ];
  for (const step of steps) {
    const ended = await run('apt-get', step, { env, quiet: true });
    if (ended.code === 0) continue;
    const said = ended.output.trim().slice(-1500);
    throw new PlainError(`Debian's packages could not be installed (apt-get ${step[0]}):\n${said}`);
  }
}
