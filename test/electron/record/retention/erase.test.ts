import { randomUUID } from 'node:crypto';
import { copyFileSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openRecord, type RecordClient } from '../../../../electron/record/client.ts';
import { openConnection } from '../../../../electron/record/connection.ts';
import { createCourse, createPatient } from '../../../../electron/record/people.ts';
import { erase, readRetention, setHold, setYears } from '../../../../electron/record/retention/keep.ts';
import { sessionStream } from '../../../../shared/session/event.ts';
import {
  anAppend,
  clockAt,
  createdBody,
  dataOf,
  openTempRecord,
  type TempRecord,
} from '../../../helpers/temp-record.ts';

const owner = { kind: 'staff', staffId: 'owner-1' } as const;
const YEAR_SECONDS = 366 * 86_400;
const ASKED = { why: 'request', reason: 'asked for it in writing' } as const;
let temp: TempRecord;
let record: RecordClient;

beforeEach(async () => {
  temp = await openTempRecord();
  record = temp.record;
});
afterEach(() => temp.end());

/** A patient with a course and one session in which a note stands. */
async function somebody(name: string, word: string, seconds = 0): Promise<{ patientId: string; sessionId: string }> {
  const details = { name, birthDate: '1961-07-19', allergies: word };
  const now = clockAt(seconds);
  const { patientId } = dataOf(await createPatient(record, { details, knownDuplicate: true }, owner, now));
  const { courseId } = dataOf(await createCourse(record, { patientId, plannedInfusions: 6 }, owner, now));
  const sessionId = randomUUID();
  const stream = sessionStream(sessionId);
  dataOf(await record.append(anAppend(stream, 0, null, createdBody({ patientId, courseId }), seconds)));
  dataOf(await record.append(anAppend(stream, 1, null, { type: 'noted', text: `a note on ${word}` }, seconds)));
  return { patientId, sessionId };
}

const verified = async () => dataOf(await record.job('verify', { elsewhere: [] }));

test('an erased patient is gone from every list and stream, the chain stays whole, and the proof stands', async () => {
  const gone = await somebody('Thea Wendelin', 'quincewort');
  const kept = await somebody('Otto Farnsbach', 'bramblefoot');
  expect(dataOf(await erase(record, { ...ASKED, patientId: gone.patientId }, owner, clockAt(9)))).toEqual({
    entries: 4,
  });
  expect(dataOf(await record.patient(gone.patientId))).toBeNull();
  expect(dataOf(await record.coursesOf(gone.patientId))).toEqual([]);
  expect(dataOf(await record.session(gone.sessionId))).toBeNull();
  const bodies = dataOf(await record.allOf(sessionStream(gone.sessionId))).map(({ body }) => body);
  expect(bodies).toEqual([{ type: 'erased' }, { type: 'erased' }]);
  expect(dataOf(await record.session(kept.sessionId))?.patientName).toBe('Otto Farnsbach');
  expect((await verified()).findings).toEqual([]);
  expect(dataOf(await record.erasures(10))).toMatchObject([
    { at: clockAt(9).wallMs, author: owner, entries: 4, rule: 'request', reason: ASKED.reason },
  ]);
});

test('no byte of what was erased is left in the file, and nothing brings it back', async () => {
  const gone = await somebody('Thea Wendelin', 'quincewort');
  await somebody('Otto Farnsbach', 'bramblefoot');
  dataOf(await erase(record, { ...ASKED, patientId: gone.patientId }, owner, clockAt(9)));
  await record.close();
  const bytes = decrypted();
  for (const word of ['quincewort', 'Wendelin', 'wendelin']) expect(bytes.includes(word), word).toBe(false);
  for (const word of ['bramblefoot', 'Farnsbach']) expect(bytes.includes(word), word).toBe(true);

  const raw = openConnection(temp.options.file, temp.options.dataKey, 'write');
  raw.exec('UPDATE derived SET version = 0');
  raw.close();
  const again = await openRecord({ ...temp.options, mayCreate: false });
  if ('ok' in again) throw new Error(again.code);
  expect(dataOf(await again.findPatients(''))).toMatchObject([{ name: 'Otto Farnsbach' }]);
  expect(dataOf(await again.session(gone.sessionId))).toBeNull();
  await again.close();
});

/** Every page of a copy of the file, free ones included, as they are without the cipher. */
function decrypted(): Buffer {
  const copy = path.join(temp.folder, 'copy.db');
  copyFileSync(temp.options.file, copy);
  const database = openConnection(copy, temp.options.dataKey, 'write');
  database.pragma('journal_mode = DELETE');
  database.pragma("rekey = ''");
  database.close();
  return readFileSync(copy);
}

test('a hold stands before rule and request until it is lifted; its reasons go with the patient', async () => {
  const { patientId } = await somebody('Thea Wendelin', 'quincewort');
  dataOf(await setHold(record, { patientId, held: true, reason: 'a court asks about Wendelin' }, owner, clockAt(1)));
  const asked = { ...ASKED, patientId };
  expect(await erase(record, asked, owner, clockAt(2))).toMatchObject({ ok: false, code: 'retention.held' });
  expect(await setHold(record, { patientId, held: true, reason: 'again' }, owner, clockAt(2))).toMatchObject({
    code: 'retention.heldAlready',
  });
  dataOf(await setHold(record, { patientId, held: false, reason: 'closed' }, owner, clockAt(3)));
  expect(dataOf(await erase(record, asked, owner, clockAt(4)))).toEqual({ entries: 6 });
  expect(dataOf(await readRetention(record)).holds.size).toBe(0);
  expect((await verified()).findings).toEqual([]);
  await record.close();
  expect(decrypted().includes('a court asks')).toBe(false);
});

test('the rule of years erases nobody before their time, counted from the last session', async () => {
  const { patientId } = await somebody('Thea Wendelin', 'quincewort');
  const due = { patientId, why: 'years', reason: 'time is over' } as const;
  const later = clockAt(10 * YEAR_SECONDS);
  expect(await erase(record, due, owner, later)).toMatchObject({ code: 'retention.noRule' });
  dataOf(await setYears(record, 10, owner, clockAt(1)));
  expect(await erase(record, due, owner, clockAt(9 * YEAR_SECONDS))).toMatchObject({
    code: 'retention.tooSoon',
    params: { years: 10 },
  });
  const second = anAppend(sessionStream('another'), 0, null, createdBody({ patientId }), YEAR_SECONDS);
  dataOf(await record.append(second));
  expect(await erase(record, due, owner, later)).toMatchObject({ code: 'retention.tooSoon' });
  expect(dataOf(await record.quietPatients(clockAt(2 * YEAR_SECONDS).wallMs, 9))).toMatchObject([
    { patient: { patientId }, lastAt: clockAt(YEAR_SECONDS).wallMs },
  ]);
  expect(dataOf(await erase(record, due, owner, clockAt(11 * YEAR_SECONDS + 86_400)))).toEqual({ entries: 5 });
  expect(dataOf(await record.erasures(1))).toMatchObject([{ rule: 'years:10' }]);
});

test('somebody unknown, or erased before, is said so and nothing is written', async () => {
  const { patientId } = await somebody('Thea Wendelin', 'quincewort');
  const asked = { ...ASKED, patientId };
  dataOf(await erase(record, asked, owner, clockAt(2)));
  const { head } = await verified();
  expect(await erase(record, asked, owner, clockAt(3))).toMatchObject({ ok: false, code: 'people.patientUnknown' });
  expect((await verified()).head).toEqual(head);
});
