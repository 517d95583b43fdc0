import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { OpenOptions, RecordClient } from '../../../electron/record/client.ts';
import { besideSeq, foundAgain } from '../../../electron/sending/found-again.ts';
import { anAppend, createdBody, dataOf, openOrThrow, tempFolder, tempOptions } from '../../helpers/temp-record.ts';

// A worker starts from its sources here, which takes seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let options: OpenOptions;
let record: RecordClient;
let remove: () => void;
const seqs = new Map<string, number>();

beforeEach(async () => {
  const temp = tempFolder();
  ({ remove } = temp);
  options = tempOptions(temp.folder);
  seqs.clear();
  record = await openOrThrow(options);
});
afterEach(async () => {
  await record.close();
  remove();
});

/** One more entry of a stream, some seconds into the day. */
async function write(stream: string, body: Readonly<Record<string, unknown>>, seconds: number): Promise<void> {
  const seq = seqs.get(stream) ?? 0;
  dataOf(await record.append(anAppend(stream, seq, null, body, seconds)));
  seqs.set(stream, seq + 1);
}
/** What is written from now on comes from another PC, as an archive's entries do. */
async function writtenBy(pc: string): Promise<void> {
  await record.close();
  record = await openOrThrow({ ...options, pc, mayCreate: false });
}
const signed = { type: 'sessionSigned', staffId: 'lindqvist', meaning: 'reviewed', next: null, open: [] };
const asked = { type: 'questionnaireAsked', sheetId: 's', questionnaire: 'gad7', by: 'staff' };
const answered = { type: 'questionnaireAnswered', sheetId: 's', question: 'nervous', answer: 2 };
const ended = { type: 'questionnaireEnded', sheetId: 's' };
const found = async (after: number | null) => dataOf(await foundAgain(record, after));

test('sessions that went on after an entry, and which of them this PC signed or wrote on after that', async () => {
  await write('session:before', createdBody(), 0);
  const { to } = await found(null);
  await write('session:here', createdBody(), 1);
  await write('session:here', signed, 2);
  await write('session:open', createdBody(), 3);
  await write('session:away', createdBody(), 4);
  await write('audit', { type: 'signedIn', staffId: 'lindqvist' }, 5);
  await writtenBy('pc-2');
  await write('session:away', signed, 6);
  await write('session:before', signed, 7);
  await writtenBy('pc-1');
  const all = await found(to);
  expect(all.beside).toEqual([]);
  expect(all.sessions.toSorted((a, b) => (a.sessionId < b.sessionId ? -1 : 1))).toEqual([
    { sessionId: 'away', seq: 2, signedHere: false },
    { sessionId: 'before', seq: 2, signedHere: false },
    { sessionId: 'here', seq: 2, signedHere: true },
    { sessionId: 'open', seq: 1, signedHere: false },
  ]);
  await write('session:before', { type: 'addendumAdded', addendumId: 'a', staffId: 'ines', text: 'Slept' }, 8);
  expect((await found(all.to)).sessions).toEqual([{ sessionId: 'before', seq: 3, signedHere: true }]);
  expect(await found(all.to + 1)).toEqual({ to: all.to + 1, sessions: [], beside: [] });
  // A record that was restored from a copy ends earlier than what was known.
  expect((await found(all.to + 100)).to).toBe(all.to + 1);
});

test('questionnaires that leave beside a session; what an archive brought ends none', async () => {
  await write('course:c', { type: 'courseCreated', patientId: 'wren', plannedInfusions: 6 }, 0);
  await write('session:first', createdBody({ patientId: 'wren', courseId: 'c' }), 1);
  await write('session:first', signed, 2);
  await write('course:c', asked, 3);
  await write('course:c', answered, 4);
  const { to } = await found(null);
  expect(dataOf(await besideSeq(record, 'first'))).toBe(3);
  await write('course:c', ended, 5);
  const end = { sessionId: 'first', signed: true, seq: 4, ended: true };
  expect((await found(to)).beside).toEqual([end]);
  expect(dataOf(await besideSeq(record, 'first'))).toBe(4);
  await writtenBy('pc-3');
  expect((await found(to)).beside).toEqual([{ ...end, ended: false }]);
  await write('session:alone', createdBody(), 6);
  expect(dataOf(await besideSeq(record, 'alone'))).toBe(0);
  expect(dataOf(await besideSeq(record, 'nowhere'))).toBe(0);
});
