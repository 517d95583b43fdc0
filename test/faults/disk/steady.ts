import assert from 'node:assert/strict';
import { copyFileSync, existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { anchorFileOf } from '../../../electron/record/anchors/anchor-file.ts';
import { headOf } from '../../../electron/record/append.ts';
import { openRecord, type OpenOptions, type RecordClient } from '../../../electron/record/client.ts';
import { closeStore } from '../../../electron/record/store.ts';
import { verifyAll } from '../../../electron/record/verify.ts';
import type { Answer } from '../../../shared/ipc/answer.ts';
import { anAppend, dataOf, openOrThrow, openStoreOrThrow } from '../../helpers/temp-record.ts';
import { assertSaid, assertSaidOfOpening } from '../sentences.ts';

const STREAM = 'session:a';

/** The entry of a place, always the same: 2 KB of text under its own command id. */
export function entry(index: number): Parameters<RecordClient['append']>[0] {
  return anAppend(STREAM, index, `k${index}`, { type: 'noted', text: `${index} ${'y'.repeat(2_000)}` }, index);
}

/** A record with `entries` entries, open. */
export async function recordWith(options: OpenOptions, entries: number): Promise<RecordClient> {
  const record = await openOrThrow(options);
  for (let index = 0; index < entries; index += 1) dataOf(await record.append(entry(index)));
  return record;
}

/** The record answers with exactly the first `entries` entries, once each and in order, and its chain holds. */
export async function assertHolds(record: RecordClient, entries: number): Promise<void> {
  const events = dataOf(await record.allOf(STREAM));
  assert.deepEqual(
    events.map(({ commandId, body }) => ({ commandId, body })),
    Array.from({ length: entries }, (_, index) => ({
      commandId: `k${index}`,
      body: entry(index).events[0]?.body,
    })),
  );
  const report = dataOf(await record.check());
  assert.deepEqual(
    report.findings.filter(({ code }) => code !== 'record.notClosedCleanly'),
    [],
  );
  assert.equal(report.head.seq, entries);
}

/**
 * Keeps what lies on the disk now, as if the machine had been switched off.
 * @returns what looks at it later, on a disk that works: it opens elsewhere and holds what was acknowledged
 */
export function leftBehind(options: OpenOptions, acknowledged: number, folder: string): () => Promise<void> {
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, 'left.db');
  // The file before its log: a page that is just moved from one into the other stands in both.
  for (const suffix of ['', '-wal']) {
    if (existsSync(options.file + suffix)) copyFileSync(options.file + suffix, file + suffix);
  }
  // What was noted of it outside goes with it.
  const notes = anchorFileOf(options.file);
  if (existsSync(notes)) copyFileSync(notes, anchorFileOf(file));
  return async () => {
    const store = openStoreOrThrow({ ...options, file, mayCreate: false });
    assert.deepEqual((await verifyAll(store)).findings, []);
    const { seq } = headOf(store.reader, store.chainStart);
    closeStore(store);
    // One more may be there: written, and not acknowledged since the disk did not say that it is safe.
    assert.ok(seq === acknowledged || seq === acknowledged + 1, `${seq} entries are left of ${acknowledged}`);
  };
}

/** The answer is a failure of this code, which is `unsaved` where something was to be written, and has a sentence. */
export function assertUnsaved(answer: Answer<unknown>, code: string): void {
  assert.deepEqual(answer, { ok: false, kind: 'unsaved', code, params: {} });
  assertSaid(code);
}

/** Opening fails with this code, which has a sentence. */
export async function assertNotOpened(options: OpenOptions, code: string): Promise<void> {
  const opened = await openRecord(options);
  if ('ok' in opened) assert.deepEqual(opened, { ok: false, kind: 'broken', code, params: {} });
  else {
    await opened.close();
    assert.fail(`the record opened, expected ${code}`);
  }
  assertSaidOfOpening(code);
}
