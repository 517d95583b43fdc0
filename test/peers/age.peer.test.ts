import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, expect, test } from 'vitest';
import { openLines } from '../../electron/record/archive/sealed-lines.ts';
import { ArchivePc, identity, linesOf, recipient } from '../helpers/archive-pc.ts';
import { TestRoom } from '../helpers/session-builder.ts';
import { dataOf, tempFolder } from '../helpers/temp-record.ts';

const pc = new ArchivePc('pc-a');
const { folder, remove } = tempFolder();
afterAll(() => {
  pc.end();
  remove();
});

test('the age program opens an archive of ours', async () => {
  pc.together(() => {
    pc.patient('one');
    pc.session('s', new TestRoom().finished().events, { patientId: 'one' });
  });
  dataOf(await pc.export(pc.file('a')));
  const keys = path.join(folder, 'keys.txt');
  writeFileSync(keys, `${identity}\n`);
  const opened = execFileSync('age', ['--decrypt', '--identity', keys, pc.file('a')], { maxBuffer: 1 << 28 });
  const lines = gunzipSync(opened).toString('utf8').trimEnd().split('\n');
  expect(lines.map((line): unknown => JSON.parse(line))).toEqual(await linesOf(pc.file('a')));
});

test('we open a file that the age program sealed', async () => {
  const plain = path.join(folder, 'plain.gz');
  const sealed = path.join(folder, 'sealed.age');
  const lines = Array.from(
    { length: 20_000 },
    (_, at) => `{"line":"event","at":${at},"text":"Ü \u2028 ${Math.sin(at)}"}`,
  );
  writeFileSync(plain, gzipSync(`${lines.join('\n')}\n`));
  execFileSync('age', ['--encrypt', '--recipient', recipient, '--output', sealed, plain]);
  expect(readFileSync(sealed).length).toBeGreaterThan(2 * 65_536);
  const read: string[] = [];
  for await (const line of openLines(sealed, { identity })) read.push(line);
  expect(read).toEqual(lines);
});
