import { existsSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { run } from './child.mjs';
import { PlainError } from './say.mjs';

/**
 * npm's own script, so that npm runs on the Node we choose; on Windows npm.cmd would start the Node beside it.
 * @param {NodeJS.ProcessEnv} env
 * @param {string} execPath
 * @param {(file: string) => boolean} [exists]
 * @returns {string | null}
 */
export function findNpm(env, execPath, exists = existsSync) {
  const bin = path.dirname(execPath);
  const onPath = (env['PATH'] ?? env['Path'] ?? '').split(path.delimiter).map((folder) => path.join(folder, 'npm'));
  const candidates = [
    env['npm_execpath'] ?? '',
    path.join(bin, 'node_modules/npm/bin/npm-cli.js'),
    path.join(bin, '../lib/node_modules/npm/bin/npm-cli.js'),
    '/usr/share/nodejs/npm/bin/npm-cli.js',
    ...onPath.filter(exists).map((file) => realpathSync(file)),
  ];
  return candidates.find((file) => path.basename(file) === 'npm-cli.js' && exists(file)) ?? null;
}

/**
 * The environment for a program that must see our Node first, without what an outer npm says about itself.
 * @param {NodeJS.ProcessEnv} env
 * @param {string} node path of the binary
 * @returns {NodeJS.ProcessEnv}
 */
export function environmentFor(env, node) {
  const kept = Object.entries(env).filter(([name]) => !/^npm_(package|lifecycle|config_(local_)?prefix)/.test(name));
  const pathName = Object.keys(env).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH';
  const first = path.dirname(node);
  return {
    ...Object.fromEntries(kept),
    [pathName]: [first, env[pathName]].filter(Boolean).join(path.delimiter),
    npm_node_execpath: node,
    NODE: node,
  };
}

/**
 * One plain sentence about why npm failed, and what to do.
 * @param {string} output what npm said
 */
export function explainNpmFailure(output) {
  const code =
    /\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ERR_SOCKET_TIMEOUT|ENETUNREACH|EHOSTUNREACH|E5\d\d)\b/.exec(
      output,
    )?.[1];
  if (code !== undefined) {
    return `The npm registry could not be reached (${code}). Connect this machine to the network, or name a registry it
can reach (npm config set registry ADDRESS), and run the same command again.`;
  }
  if (/\bENOSPC\b/.test(output)) return 'The disk is full. Make room (about 800 MB) and run the same command again.';
  if (/\b(EACCES|EPERM|EROFS)\b/.test(output)) {
    return 'The project folder cannot be written to. Give this user the right to write there and run the same command again.';
  }
  if (/\bEINTEGRITY\b/.test(output)) {
    return 'A package arrived damaged or changed (EINTEGRITY). Run "npm cache verify" and then the same command again.';
  }
  const lines = output.split('\n').filter((line) => line.startsWith('npm error') && !/complete log/.test(line));
  return `npm could not install what is needed:\n${lines.slice(0, 12).join('\n') || output.trim().slice(-2000)}`;
}

/** npm waits 10 s, then 60 s, before it asks again; we wait 1 s and 3 s. */
const patience = ['--fetch-retries=2', '--fetch-retry-factor=3', '--fetch-retry-mintimeout=1000'];

/** About three attempts at each of the first fifteen packages: some four seconds without any answer. */
const deafAfter = 40;

/**
 * Whether the registry has never answered so far, by what npm has said (at its log level http). npm itself would go on
 * asking for every package in turn.
 * @param {string} output
 */
export function isDeaf(output) {
  const attempts = output.match(/attempt \d+ failed with \w+/g) ?? [];
  return attempts.length >= deafAfter && !/http fetch \w+ \d{3} (?!.*\(cache hit\))/.test(output);
}

/**
 * `npm ci` in a folder, on the Node given. Says nothing unless it fails.
 * @param {{node: string, folder: string, extra: readonly string[], begun: (pid: number) => void}} what
 */
export async function npmCi({ node, folder, extra, begun }) {
  const npm = findNpm(process.env, process.execPath);
  if (npm === null) {
    throw new PlainError(
      'npm was not found beside Node. Install Node with npm (nodejs.org) and run the same command again.',
    );
  }
  const args = [npm, 'ci', '--prefix', folder, '--loglevel=http', '--no-audit', '--no-fund', ...patience, ...extra];
  const ended = await run(node, args, {
    cwd: folder,
    env: environmentFor(process.env, node),
    quiet: true,
    begun,
    hopeless: isDeaf,
  });
  if (ended.code !== 0) throw new PlainError(explainNpmFailure(ended.output));
}
