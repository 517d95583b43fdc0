import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { appendEvents } from '../../../electron/record/append.ts';
import { openForReading } from '../../../electron/record/reading.ts';
import { closeStore, leaveStore, openStore } from '../../../electron/record/store.ts';
import { anAppend, openStoreOrThrow, tempFolder, tempOptions } from '../../helpers/temp-record.ts';

const store = path.resolve(import.meta.dirname, '../../../electron/record/store.ts');

test('a record that another process has open is refused and left as it is; a killed one lets go', async () => {
  const { folder, remove } = tempFolder();
  const options = tempOptions(folder);
  const made = openStoreOrThrow(options);
  appendEvents(made, [anAppend('session:a', 0, null, { type: 'x' })]);
  closeStore(made);
  const hex = {
    data: Buffer.from(options.dataKey).toString('hex'),
    chain: Buffer.from(options.chainKey).toString('hex'),
  };
  const holder = spawn(process.execPath, [
    '--input-type=module',
    '-e',
    `import { openStore } from ${JSON.stringify(store)};
    const key = (text) => Buffer.from(text, 'hex');
    const opened = openStore({ ...${JSON.stringify(options)}, dataKey: key('${hex.data}'), chainKey: key('${hex.chain}') });
    process.stdout.write('ok' in opened ? opened.code : 'held');
    setInterval(() => opened, 1_000);`,
  ]);
  const [said] = (await once(holder.stdout, 'data')) as [Buffer];
  expect(said.toString()).toBe('held');
  const bytes = (): readonly string[] => ['', '-wal'].map((end) => readFileSync(options.file + end, 'base64'));
  const before = bytes();
  expect(openStore(options)).toEqual({ ok: false, kind: 'broken', code: 'record.inUse', params: {} });
  expect(bytes()).toEqual(before);
  const reading = openForReading(options);
  if ('ok' in reading) throw new Error(`a reader was refused: ${reading.code}`);
  reading.reader.close();
  holder.kill('SIGKILL');
  await once(holder, 'exit');
  closeStore(openStoreOrThrow(options));
  remove();
});

test('a second opening in the same process is refused too, until the first lets go', () => {
  const { folder, remove } = tempFolder();
  const options = tempOptions(folder);
  const first = openStoreOrThrow(options);
  // Reading the file as a plain one and closing it gives up every lock a process has on it; not this one.
  readFileSync(options.file);
  readFileSync(`${options.file}.lock`);
  expect(openStore(options)).toMatchObject({ code: 'record.inUse' });
  leaveStore(first);
  closeStore(openStoreOrThrow(options));
  remove();
});
