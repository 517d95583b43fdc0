import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { appendEvents } from '../../../electron/record/append.ts';
import type { OpenOptions } from '../../../electron/record/client-types.ts';
import { eventsSince } from '../../../electron/record/event-rows.ts';
import { closeStore } from '../../../electron/record/store.ts';
import { verifyAll } from '../../../electron/record/verify.ts';
import { anAppend, openStoreOrThrow, tempFolder, tempOptions } from '../../helpers/temp-record.ts';

const ROUNDS = 15;
const child = fileURLToPath(new URL('./kill-child.ts', import.meta.url));

/** Runs a writer and kills it as soon as it has said so many lines: within a write, or between two. */
async function writeUntilKilled(
  options: OpenOptions,
  round: string,
  lines: number,
): Promise<{ asked: string[]; acknowledged: string[] }> {
  const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
  const given = JSON.stringify({
    file: options.file,
    dataKey: hex(options.dataKey),
    chainKey: hex(options.chainKey),
    pc: options.pc,
  });
  const writer = spawn(process.execPath, [child, given, round], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise<NodeJS.Signals | null>((resolve) => writer.on('exit', (_code, signal) => resolve(signal)));
  const said: string[] = [];
  for await (const line of createInterface({ input: writer.stdout })) {
    said.push(line);
    if (said.length === lines) writer.kill('SIGKILL');
  }
  expect(await ended).toBe('SIGKILL');
  const of = (word: string): string[] =>
    said.filter((line) => line.startsWith(`${word} `)).map((line) => line.slice(4));
  return { asked: of('ask'), acknowledged: of('ack') };
}

test(`killed ${ROUNDS} times while writing: what was acknowledged is there once, the rest once or not at all`, async () => {
  const { folder, remove } = tempFolder();
  const options = tempOptions(folder);
  for (let index = 0; index < ROUNDS; index += 1) {
    const round = `round-${index}`;
    const { asked, acknowledged } = await writeUntilKilled(options, round, 1 + ((index * 37) % 90));
    const store = openStoreOrThrow({ ...options, mayCreate: index === 0 });
    const stream = `session:${round}`;
    const kept = eventsSince(store.reader, stream, 0, -1);
    expect(kept.map((event) => event.seq)).toEqual(kept.map((_, place) => place + 1));
    const ids = kept.map((event) => event.commandId ?? '');
    expect(ids.slice(0, acknowledged.length)).toEqual(acknowledged);
    expect(asked.slice(0, ids.length)).toEqual(ids);
    expect((await verifyAll(store)).findings).toEqual([]);
    expect(store.writer.pragma('integrity_check', { simple: true })).toBe('ok');
    // The sender of the last command never heard: it asks again under the same id.
    const last = asked.length - 1;
    expect(
      appendEvents(store, [anAppend(stream, last, asked[last] ?? '', { type: 'noted', text: 'again' })]),
    ).toMatchObject({ ok: true, seq: last + 1 });
    expect(eventsSince(store.reader, stream, 0, -1).map((event) => event.commandId)).toEqual(asked);
    closeStore(store);
  }
  remove();
}, 120_000);
