import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { judge, licencesIn, troubles } from '../../tools/licences.ts';

describe('judge()', () => {
  it.each([
    ['MIT', 'fine'],
    ['(MIT OR GPL-3.0-only)', 'fine'],
    ['GPL-3.0-only OR AGPL-3.0-only', 'copyleft'],
    ['MIT AND GPL-2.0-or-later', 'copyleft'],
    ['AGPL-3.0', 'copyleft'],
    ['LGPL-2.1', 'copyleft'],
    ['SEE LICENSE IN LICENSE.md', 'unknown'],
    ['', 'unknown'],
  ])('%s is %s', (licence, verdict) => {
    expect(judge(licence)).toBe(verdict);
  });
});

describe('licencesIn()', () => {
  const lock = {
    packages: {
      '': { version: '1.0.0' },
      'node_modules/a': { version: '1.2.3', license: 'MIT' },
      'node_modules/a/node_modules/@scope/b': { version: '2.0.0' },
      'node_modules/c': { version: '3.0.0', dev: true, license: 'GPL-3.0' },
      'node_modules/electron': { version: '45.0.0', dev: true, license: 'MIT' },
    },
  };
  const nothing = () => null;

  it('names packages without their folders', () => {
    expect(licencesIn(lock, nothing).map(({ name }) => name)).toEqual(['@scope/b', 'a', 'c', 'electron']);
  });

  it('takes the installed package at its word before the lockfile', () => {
    const found = licencesIn(lock, (folder) => (folder === 'node_modules/a' ? { license: 'GPL-2.0' } : null));
    expect(troubles(found).map(({ name, licence }) => [name, licence])).toEqual([
      ['@scope/b', ''],
      ['a', 'GPL-2.0'],
    ]);
  });

  it('reads the old forms, an object and a list', () => {
    const old = licencesIn(lock, (folder) =>
      folder.endsWith('b') ? { licenses: [{ type: 'MIT' }, { type: 'ISC' }] } : null,
    );
    expect(old.find(({ name }) => name === '@scope/b')?.licence).toBe('MIT OR ISC');
  });

  it('lets a development package be copyleft, and counts Electron among what ships', () => {
    expect(
      licencesIn(lock, nothing)
        .filter(({ ships }) => ships)
        .map(({ name }) => name),
    ).toEqual(['@scope/b', 'a', 'electron']);
  });
});

it('nothing that this project ships is in the way', () => {
  const read = (file: string) => JSON.parse(readFileSync(file, 'utf8'));
  const all = licencesIn(read('package-lock.json'), (folder) =>
    existsSync(`${folder}/package.json`) ? read(`${folder}/package.json`) : null,
  );
  expect(all.length).toBeGreaterThan(50);
  expect(troubles(all)).toEqual([]);
});
