import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import { anchorLine, anchorOf, type Anchor } from '../../../../electron/record/anchors/anchor.ts';
import { anchorFileOf, mergeAnchors, readAnchors, thinned } from '../../../../electron/record/anchors/anchor-file.ts';
import { chainHeadOf, lastCommon } from '../../../../electron/record/anchors/head.ts';
import { noteRestored } from '../../../../electron/record/anchors/note.ts';
import { appendEvents } from '../../../../electron/record/append.ts';
import type { Finding, OpenOptions } from '../../../../electron/record/client-types.ts';
import { closeStore } from '../../../../electron/record/store.ts';
import { checkTail } from '../../../../electron/record/verify.ts';
import {
  anAppend,
  clockAt,
  dataOf,
  openOrThrow,
  openStoreOrThrow,
  tempFolder,
  tempOptions,
} from '../../../helpers/temp-record.ts';

const { folder, remove } = tempFolder();
afterEach(remove);
const at = (seconds: number): number => clockAt(seconds).wallMs;
let made = 0;

function freshOptions(): OpenOptions {
  made += 1;
  const place = path.join(folder, `${made}`);
  mkdirSync(place, { recursive: true });
  return tempOptions(place);
}

/** Adds rows to a record, as a session of its own, and closes it. */
function addRows(options: OpenOptions, count: number, from = 0): void {
  const store = openStoreOrThrow(options);
  for (let index = 0; index < count; index += 1)
    appendEvents(store, [anAppend('session:a', null, null, { type: 'noted', index: from + index }, from + index)]);
  closeStore(store);
}

/** Opens the record as the app does, notes its head and closes it. */
async function note(options: OpenOptions, seconds: number): Promise<void> {
  const record = await openOrThrow(options);
  dataOf(await record.noteAnchor('start', at(seconds)));
  dataOf(await record.close());
}

async function found(options: OpenOptions): Promise<readonly Finding[]> {
  const store = openStoreOrThrow(options);
  try {
    return (await checkTail(store)).findings;
  } finally {
    closeStore(store);
  }
}

test('a record and its notes fit; without any rows nothing is missed', async () => {
  const options = freshOptions();
  expect(await found(options)).toEqual([]);
  addRows(options, 3);
  await note(options, 3);
  addRows(options, 2, 3);
  expect(await found(options)).toEqual([]);
});

test('an older copy put back is found, with the times between which entries are missing', async () => {
  const options = freshOptions();
  addRows(options, 3);
  await note(options, 10);
  copyFileSync(options.file, `${options.file}.older`);
  addRows(options, 4, 20);
  await note(options, 60);
  copyFileSync(`${options.file}.older`, options.file);
  const behind = {
    code: 'record.behindAnchor',
    params: { seq: 3, missing: 4, from: clockAt(2).wallMs, until: at(60) },
  };
  expect(await found(options)).toEqual([behind]);
  // Written on, the record is as long as it was, and no longer the one that was noted.
  addRows(options, 6, 100);
  expect(await found(options)).toEqual([
    { code: 'record.rewritten', params: { seq: 7, at: at(60), goodSeq: 3, goodAt: at(10) } },
  ]);
});

test('record and notes taken back together are found by a copy of the notes elsewhere', async () => {
  const options = freshOptions();
  const notes = anchorFileOf(options.file);
  const elsewhere = path.join(folder, 'share.jsonl');
  addRows(options, 3);
  await note(options, 10);
  for (const file of [options.file, notes]) copyFileSync(file, `${file}.older`);
  addRows(options, 4, 20);
  await note(options, 60);
  mergeAnchors(notes, elsewhere, options.chainKey, at(60));
  for (const file of [options.file, notes]) copyFileSync(`${file}.older`, file);
  expect(await found(options)).toEqual([]);
  // Going on does not cover the tracks: what is elsewhere keeps its notes beside the new ones.
  addRows(options, 9, 200);
  await note(options, 300);
  mergeAnchors(notes, elsewhere, options.chainKey, at(300));
  const record = await openOrThrow({ ...options, mayCreate: false });
  expect(dataOf(await record.job('verify', { elsewhere: [elsewhere] })).findings).toMatchObject([
    { code: 'record.rewritten', params: { seq: 7, goodSeq: 3 } },
  ]);
  dataOf(await record.close());
});

test('a noted restore is no finding, and what is cut after it is', async () => {
  const options = freshOptions();
  addRows(options, 3);
  await note(options, 10);
  copyFileSync(options.file, `${options.file}.backup`);
  const backup = openStoreOrThrow({ ...options, file: `${options.file}.backup` });
  const to = chainHeadOf(backup);
  closeStore(backup);
  addRows(options, 4, 20);
  await note(options, 60);
  const record = openStoreOrThrow(options);
  const from = chainHeadOf(record);
  closeStore(record);
  noteRestored(options, { from, to, fork: to.seq, by: 'staff-1', wallMs: at(90) });
  expect(await found(options)).toEqual([]);
  copyFileSync(`${options.file}.backup`, options.file);
  expect(await found(options)).toEqual([]);
  addRows(options, 2, 100);
  await note(options, 120);
  expect(await found(options)).toEqual([]);
  copyFileSync(`${options.file}.backup`, options.file);
  expect(await found(options)).toMatchObject([{ code: 'record.behindAnchor', params: { missing: 2 } }]);
});

test('a copy from the branch that a restore left may be restored in its turn, also where that is cut off', async () => {
  const options = freshOptions();
  const copies = { old: `${options.file}.old`, late: `${options.file}.late` };
  const heads = (one: string, other: string) => {
    const [a, b] = [openStoreOrThrow({ ...options, file: one }), openStoreOrThrow({ ...options, file: other })];
    const change = { from: chainHeadOf(a), to: chainHeadOf(b), fork: lastCommon(a, b), by: 'staff-1' };
    closeStore(a);
    closeStore(b);
    return change;
  };
  addRows(options, 3);
  await note(options, 10);
  copyFileSync(options.file, copies.old);
  addRows(options, 4, 20);
  await note(options, 60);
  copyFileSync(options.file, copies.late);

  noteRestored(options, { ...heads(options.file, copies.old), wallMs: at(70) });
  copyFileSync(copies.old, options.file);
  addRows(options, 2, 80);
  await note(options, 90);

  const back = heads(options.file, copies.late);
  expect(back.fork).toBe(3);
  noteRestored(options, { ...back, wallMs: at(100) });
  // Cut off here, the record is still the one that was to go.
  expect(await found(options)).toEqual([]);
  copyFileSync(copies.late, options.file);
  expect(await found(options)).toEqual([]);
  addRows(options, 1, 110);
  await note(options, 120);
  expect(await found(options)).toEqual([]);
  // Once it went on, what lay before the fork must stand, and what came after it too.
  copyFileSync(copies.late, options.file);
  expect(await found(options)).toMatchObject([{ code: 'record.behindAnchor', params: { missing: 1 } }]);
});

test('missing, edited, forged and reordered notes are told; a torn end is what a crash leaves', async () => {
  const options = freshOptions();
  addRows(options, 2);
  await note(options, 5);
  addRows(options, 2, 10);
  await note(options, 15);
  const notes = anchorFileOf(options.file);
  const text = readFileSync(notes, 'utf8');
  const lines = text.trimEnd().split('\n');
  expect(lines).toHaveLength(3);
  const [, first = '', second = ''] = lines;
  const damaged = { code: 'record.anchorsDamaged', params: { lines: 1 } };
  const otherKey = anchorLine(anchorOf(second, options.chainKey) as Anchor, Buffer.alloc(32));
  for (const [changed, findings] of [
    [text.replace('"seq":4', '"seq":2'), [damaged]],
    [`${first}\n${otherKey}\n`, [damaged]],
    [`${second}\n${first}\n`, [damaged]],
    [`${text}${first}\n`, [damaged]],
    [`${text}${second.slice(0, 40)}`, []],
  ] as const) {
    writeFileSync(notes, changed);
    expect(await found(options)).toEqual(findings);
  }
  // The next note drops the torn end and goes on counting.
  await note(options, 20);
  expect(readAnchors(notes, options.chainKey)).toMatchObject({ damaged: 0, torn: false });
  expect(readAnchors(notes, options.chainKey).anchors.map(({ n }) => n)).toEqual([1, 2, 3, 4]);
  rmSync(notes);
  expect(await found(options)).toEqual([{ code: 'record.anchorsMissing', params: {} }]);
});

test('damaged notes are set aside whole, never overwritten', async () => {
  const options = freshOptions();
  addRows(options, 2);
  await note(options, 5);
  const notes = anchorFileOf(options.file);
  const broken = `not a note\n${readFileSync(notes, 'utf8')}`;
  writeFileSync(notes, broken);
  await note(options, 9);
  expect(readFileSync(`${notes}.damaged-1`, 'utf8')).toBe(broken);
  expect(readAnchors(notes, options.chainKey)).toMatchObject({ damaged: 0, anchors: [{ n: 1 }, { n: 2 }, { n: 3 }] });
});

test('a minute in which nothing was written leaves no note; a folder that refuses is told and tried again', async () => {
  const options = freshOptions();
  const record = await openOrThrow(options);
  dataOf(await record.noteAnchor('start', at(0)));
  expect(dataOf(await record.noteAnchor('minute', at(60)))).toBeNull();
  dataOf(await record.append(anAppend('session:a', 0, null, { type: 'noted' })));
  const notes = anchorFileOf(options.file);
  const kept = readFileSync(notes);
  rmSync(notes);
  mkdirSync(notes);
  expect(await record.noteAnchor('minute', at(120))).toMatchObject({ ok: false, kind: 'unsaved' });
  expect(record.anchors().failure).not.toBeNull();
  rmSync(notes, { recursive: true });
  writeFileSync(notes, kept);
  expect(dataOf(await record.noteAnchor('minute', at(180)))).toMatchObject({ n: 3, seq: 1, reason: 'minute' });
  expect(record.anchors()).toMatchObject({ failure: null, newest: { n: 3 } });
  dataOf(await record.close());
});

const DAY = 86_400_000;
const note1 = { file: '0'.repeat(32), hash: '0'.repeat(64), reason: 'minute' } as const;

test('thinning keeps the last days whole, and the last of every earlier day', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(40 * DAY), { maxLength: 200 }), (times) => {
      const now = 41 * DAY;
      const anchors: Anchor[] = times
        .toSorted((a, b) => a - b)
        .map((time, index) => ({ ...note1, n: index + 1, seq: index, at: time }));
      const kept = thinned(anchors, now);
      const recent = anchors.filter((anchor) => anchor.at > now - 7 * DAY);
      expect(kept.filter((anchor) => anchor.at > now - 7 * DAY)).toEqual(recent);
      const days = new Map(anchors.map((anchor) => [Math.floor(anchor.at / DAY), anchor]));
      for (const last of days.values()) expect(kept).toContain(last);
      expect(kept.length).toBeLessThanOrEqual(days.size + recent.length);
    }),
  );
});

test('any change of any byte of a note is seen', () => {
  const key = Buffer.alloc(32, 7);
  const line = Buffer.from(anchorLine({ ...note1, n: 3, seq: 9, at: 1_000 }, key));
  fc.assert(
    fc.property(fc.nat(line.length - 1), fc.integer({ min: 1, max: 255 }), (place, flip) => {
      const other = Buffer.from(line);
      other[place] = (other[place] ?? 0) ^ flip;
      const read = anchorOf(other.toString('latin1'), key);
      expect(read).toBeNull();
    }),
  );
});
