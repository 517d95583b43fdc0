import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { lookUp, startCatalogue } from '../../../renderer/i18n/i18n.ts';
import { vaultFailureCodes } from '../../../electron/access/vault-types.ts';
import { pinFailureCodes } from '../../../electron/access/staff.ts';
import { findingCodes, openFailureCodes, requestFailureCodes } from '../../../electron/record/client-types.ts';
import { failureText, findingText, openingText } from '../../../renderer/i18n/failure.ts';

const root = path.resolve(import.meta.dirname, '../../..');

/** The sources of a folder, as one text. */
function sources(...folders: readonly string[]): string {
  const files = folders.flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .map((file) => path.join(root, folder, file)),
  );
  return files.map((file) => readFileSync(file, 'utf8')).join('\n');
}

function found(text: string, pattern: RegExp): readonly string[] {
  return [...new Set([...text.matchAll(pattern)].map((match) => match[1] ?? ''))].toSorted();
}

beforeAll(() => {
  startCatalogue();
});

describe('every code that main or a rule can say', () => {
  const codes = [
    ...found(
      sources('shared', 'electron'),
      /\bfailure\(\s*'(?:refused|invalid|unsaved|unavailable|broken)',\s*'([\w.]+)'/g,
    ),
    ...found(sources('shared'), /\b(?:refused|invalid)\('([\w.]+)'/g),
    ...new Set([...Object.values(pinFailureCodes), ...openFailureCodes, ...requestFailureCodes, ...vaultFailureCodes]),
  ];

  it('is found by the search', () => {
    expect(codes.length).toBeGreaterThan(40);
  });

  it.each(codes)('%s has a sentence and a next step of its own', (code) => {
    expect(lookUp(`failure.${code}.say`, {})).toEqual(expect.any(String));
    expect(lookUp(`failure.${code}.next`, {})).toEqual(expect.any(String));
  });
});

describe('every finding of the start-up check', () => {
  it.each([
    ...findingCodes,
    'vault.restored',
    'vault.returned',
    'record.practiceAnew',
    'backup.restored',
    'lights.keysTaken',
  ])('%s has its sentence', (code) => {
    expect(findingText(code)).not.toBe(code);
  });
});

describe('why a record does not open', () => {
  it.each([...openFailureCodes])('%s is told as such, not as an entry that is not saved', (code) => {
    const { say, next } = openingText(code);
    expect(`${say} ${next}`).not.toMatch(/not saved|your entry|record\.\w|disk\.\w/i);
    expect(next).toMatch(/\.$/);
  });
});

describe('failureText', () => {
  it('falls back to the kind for a code nobody knows', () => {
    const text = failureText({ kind: 'unsaved', code: 'disk.onFire', params: {} });
    expect(text).toEqual({ say: 'Not saved.', next: expect.stringContaining('paper') });
  });

  it('fills in what the failure carries', () => {
    const text = failureText({ kind: 'refused', code: 'time.beforeLast', params: { minutes: 7 } });
    expect(text.say).toContain('7 min ago');
  });
});
