import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { afterAll, expect, test } from 'vitest';
import { openLines, sealLines, type OpenWith } from '../../../../electron/record/archive/sealed-lines.ts';
import { Refused } from '../../../../electron/record/failures.ts';
import { tempFolder } from '../../../helpers/temp-record.ts';

const temp = tempFolder();
afterAll(temp.remove);
const place = (name: string): string => path.join(temp.folder, name);
const identity = await generateX25519Identity();
const recipient = await identityToRecipient(identity);

async function read(file: string, using: OpenWith = { identity }): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of openLines(file, using)) lines.push(line);
  return lines;
}

/** The code with which a file is refused. */
async function codeOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
  } catch (error) {
    if (error instanceof Refused) return error.answer.code;
    throw error;
  }
  return 'none';
}

// Noise, so that the compressed file is several pieces of the cipher long.
const long = Array.from(
  { length: 4_000 },
  (_, at) => `${at} ${Array.from({ length: 12 }, () => Math.random()).join()}`,
);

test('lines come back as they were, whatever is in them', async () => {
  const lines = ['{"a":"\u2028 \r Ü 🌙"}', '', '🌙'.repeat(70_000), ...long, 'end'];
  const size = await sealLines(place('a.age'), { recipient }, lines);
  expect(size).toBe(readFileSync(place('a.age')).length);
  expect(await read(place('a.age'))).toEqual(lines);
});

test('a passphrase opens what it sealed, another one does not', async () => {
  await sealLines(place('b.age'), { passphrase: 'über den Wolken 7' }, ['one']);
  expect(await read(place('b.age'), { passphrase: 'u\u0308ber den Wolken 7' })).toEqual(['one']);
  expect(await codeOf(read(place('b.age'), { passphrase: 'ueber den Wolken 7' }))).toBe('archive.wrongPassphrase');
  expect(await codeOf(read(place('b.age')))).toBe('archive.wrongKey');
});

test('no byte of the lines stands in the file', async () => {
  await sealLines(place('c.age'), { recipient }, ['Ottoline Quillfeather']);
  expect(readFileSync(place('c.age')).includes('Ottoline')).toBe(false);
});

test('what is there is not replaced, and what fails leaves nothing', async () => {
  await sealLines(place('d.age'), { recipient }, ['first']);
  expect(await codeOf(sealLines(place('d.age'), { recipient }, ['second']))).toBe('archive.exists');
  expect(await read(place('d.age'))).toEqual(['first']);
  const breaking = function* (): Generator<string> {
    yield* long;
    throw new Error('the record broke');
  };
  await expect(sealLines(place('e.age'), { recipient }, breaking())).rejects.toThrow('the record broke');
  const stopped = AbortSignal.abort(new Error('stopped'));
  await expect(sealLines(place('e.age'), { recipient }, long, stopped)).rejects.toThrow('stopped');
  expect(readdirSync(temp.folder).filter((name) => name.startsWith('e.age'))).toEqual([]);
});

test('a cut, damaged, foreign or newer file is refused by its own code', async () => {
  await sealLines(place('f.age'), { recipient }, long);
  const whole = readFileSync(place('f.age'));
  const variant = async (bytes: Uint8Array): Promise<string> => {
    writeFileSync(place('g.age'), bytes);
    return codeOf(read(place('g.age')));
  };
  expect(whole.length).toBeGreaterThan(4 * 65_536);
  expect(await variant(whole)).toBe('none');
  for (const bytes of [0, 10, 30, 100, 200, 70_000, whole.length - 1])
    expect([bytes, await variant(whole.subarray(0, bytes))]).toEqual([bytes, 'archive.cut']);
  // Cut exactly between two pieces of the cipher.
  const header = whole.indexOf('\n', whole.indexOf('\n--- ') + 1) + 1;
  expect(await variant(whole.subarray(0, header + 16 + 2 * 65_552))).toBe('archive.cut');
  const changed = Buffer.from(whole);
  changed[header + 16 + 70_000] = 1 + (changed[header + 16 + 70_000] ?? 0);
  expect(await variant(changed)).toBe('archive.damaged');
  expect(await variant(Buffer.from('SQLite format 3\0'))).toBe('archive.foreign');
  expect(await variant(Buffer.from('age-encryption.org/v2\n-> X25519 a\n--- b\n'))).toBe('archive.newer');
  const encrypter = new Encrypter();
  encrypter.addRecipient(recipient);
  expect(await variant(await encrypter.encrypt('not gzip at all'))).toBe('archive.foreign');
});
