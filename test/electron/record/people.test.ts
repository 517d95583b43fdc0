import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { RecordClient } from '../../../electron/record/client.ts';
import { createCourse, createPatient, editCourse, editPatient } from '../../../electron/record/people.ts';
import type { PatientDetails } from '../../../shared/people/people.ts';
import { anAppend, clockAt, createdBody, dataOf, openTempRecord, type TempRecord } from '../../helpers/temp-record.ts';

const nurse = { kind: 'staff', staffId: 'nurse-1' } as const;
let temp: TempRecord;
let record: RecordClient;
let unique = 0;

beforeAll(async () => {
  temp = await openTempRecord();
  record = temp.record;
});
afterAll(() => temp.end());
beforeEach(() => {
  unique += 1;
});

/** Names of this test alone: all tests share one record. */
const named = (name: string): string => `${name} ${'abcdefghij'[unique % 10]?.repeat(6)}`;
const details = (over: Partial<PatientDetails> = {}): PatientDetails => ({
  name: named('Anna Berg'),
  birthDate: '1978-03-05',
  allergies: '',
  ...over,
});
const add = async (given: PatientDetails, seconds = 0): Promise<string> =>
  dataOf(await createPatient(record, { details: given, knownDuplicate: true }, nurse, clockAt(seconds))).patientId;

test('a patient is created, found and edited; what stood before stays in the record', async () => {
  const patientId = await add(details({ name: `  ${named('Änne Groß')} ` }), 3);
  const expected = {
    patientId,
    name: named('Änne Groß'),
    birthDate: '1978-03-05',
    allergies: '',
    createdAt: clockAt(3).wallMs,
  };
  expect(dataOf(await record.patient(patientId))).toEqual(expected);
  expect(dataOf(await record.findPatients(`gross anne ${named('')}`))).toEqual([expected]);
  dataOf(await editPatient(record, { patientId, details: details({ allergies: 'nuts' }) }, nurse, clockAt(9)));
  expect(dataOf(await record.patient(patientId))).toEqual({ ...expected, name: named('Anna Berg'), allergies: 'nuts' });
  expect(dataOf(await record.findPatients(`gross anne ${named('')}`))).toEqual([]);
  const events = dataOf(await record.allOf(`patient:${patientId}`));
  expect(events).toMatchObject([
    { author: nurse, body: { details: { name: named('Änne Groß') } } },
    { author: nurse, body: { type: 'patientEdited' } },
  ]);
});

test('found by birth date, however it is written', async () => {
  const patientId = await add(details({ birthDate: '1943-11-09' }));
  for (const text of ['1943-11-09', '9.11.1943', '09/11/1943', '11/9/1943']) {
    expect(dataOf(await record.findPatients(text)).map((patient) => patient.patientId)).toEqual([patientId]);
  }
  expect(dataOf(await record.findPatients('9.11.1944'))).toEqual([]);
});

test('somebody alike is shown first and nothing is added; adding anyway notes whom it is not', async () => {
  const first = await add(details());
  const alike = details({ name: named('Ana Berg') });
  const warned = dataOf(await createPatient(record, { details: alike, knownDuplicate: false }, nurse, clockAt(1)));
  expect(warned).toMatchObject({ patientId: first, duplicates: [{ patientId: first }] });
  expect(dataOf(await record.findPatients(named('Ana Berg')))).toEqual([]);
  const added = dataOf(await createPatient(record, { details: alike, knownDuplicate: true }, nurse, clockAt(2)));
  expect(added.patientId).not.toBe(first);
  expect(dataOf(await record.allOf(`patient:${added.patientId}`))[0]?.body).toMatchObject({ notSameAs: [first] });
});

test('patients are refused a birth date that is no day or is to come, and a missing name', async () => {
  const refusal = async (given: PatientDetails): Promise<unknown> =>
    createPatient(record, { details: given, knownDuplicate: true }, nurse, clockAt(0));
  for (const birthDate of ['1978-02-30', '2031-01-01', '1770-01-01']) {
    expect(await refusal(details({ birthDate }))).toMatchObject({
      ok: false,
      kind: 'invalid',
      code: 'people.birthDate',
      field: 'details.birthDate',
    });
  }
  expect(await refusal(details({ birthDate: '5.3.1978' }))).toMatchObject({
    ok: false,
    kind: 'invalid',
    field: 'details.birthDate',
  });
  expect(await refusal(details({ name: '   ' }))).toMatchObject({ ok: false, kind: 'invalid', field: 'details.name' });
  expect(await editPatient(record, { patientId: 'nobody', details: details() }, nurse, clockAt(0))).toMatchObject({
    ok: false,
    code: 'people.patientUnknown',
  });
});

test('a course counts the infusions that were started and not taken back', async () => {
  const patientId = await add(details());
  const { courseId } = dataOf(await createCourse(record, { patientId, plannedInfusions: 6 }, nurse, clockAt(1)));
  const course = { courseId, patientId, plannedInfusions: 6, given: 0, createdAt: clockAt(1).wallMs };
  expect(dataOf(await record.coursesOf(patientId))).toEqual([course]);
  const stream = `session:course-${courseId}`;
  dataOf(
    await record.append(
      anAppend(stream, 0, null, createdBody({ patientId, courseId, infusionNumber: 1, plannedInfusions: 6 }), 10),
    ),
  );
  dataOf(await record.append(anAppend(stream, 1, null, { type: 'started', plannedMs: 3_000_000 }, 20)));
  expect(dataOf(await record.course(courseId))?.given).toBe(1);
  dataOf(await record.append(anAppend(stream, 2, null, { type: 'startTakenBack', reason: 'pressed by mistake' }, 25)));
  expect(dataOf(await record.course(courseId))?.given).toBe(0);
  dataOf(await editCourse(record, { courseId, plannedInfusions: null }, nurse, clockAt(30)));
  expect(dataOf(await record.course(courseId))).toEqual({ ...course, plannedInfusions: null });
  expect(await editCourse(record, { courseId, plannedInfusions: 0 }, nurse, clockAt(30))).toMatchObject({
    ok: false,
    field: 'plannedInfusions',
  });
  expect(await createCourse(record, { patientId: 'nobody', plannedInfusions: 6 }, nurse, clockAt(1))).toMatchObject({
    ok: false,
    code: 'people.patientUnknown',
  });
  expect(await editCourse(record, { courseId: 'none', plannedInfusions: 6 }, nurse, clockAt(1))).toMatchObject({
    ok: false,
    code: 'people.courseUnknown',
  });
});
