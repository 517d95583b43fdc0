import { afterAll, beforeAll, expect, test } from 'vitest';
import { appendEvents } from '../../../../electron/record/append.ts';
import { catchUp, catchUpWholly, lookAtChanged, startRebuild } from '../../../../electron/record/catch-up.ts';
import { owedAt, type OwedQuery } from '../../../../electron/record/review/owed.ts';
import { answerReview } from '../../../../electron/record/review/review-queries.ts';
import { readsOf } from '../../../../electron/record/review/reads.ts';
import { statisticsOf } from '../../../../electron/record/review/statistics.ts';
import { waitingAt, type WaitingQuery } from '../../../../electron/record/review/waiting.ts';
import { closeStore, type Store } from '../../../../electron/record/store.ts';
import { defaultFollowUpRule } from '../../../../shared/people/follow-up-rule.ts';
import { SAFETY } from '../../../../shared/scales/phq9.ts';
import { totalOf } from '../../../../shared/review/statistics.ts';
import { reasonsFor } from '../../../../shared/review/waits.ts';
import { fillSmallClinic } from '../../../helpers/small-clinic.ts';
import { anAppend, clockAt, openStoreOrThrow, tempFolder, tempOptions } from '../../../helpers/temp-record.ts';

const all: WaitingQuery = {
  ...{ staffId: 'lindqvist', reasons: reasonsFor('clinician'), only: null },
  ...{ before: 2 ** 42, live: null, limit: 50 },
};

let store: Store;
let remove: () => void;

// One record for all, since filling it takes a second: what is added to it waits in no later test.
beforeAll(() => {
  const temp = tempFolder();
  ({ remove } = temp);
  store = openStoreOrThrow(tempOptions(temp.folder));
  fillSmallClinic(store);
  catchUpWholly(store);
});
afterAll(() => {
  closeStore(store);
  remove();
});

const listed = (query: Partial<WaitingQuery> = {}): unknown =>
  waitingAt(store.reader, { ...all, ...query }).rows.map(({ session, waits }) => [
    session.sessionId,
    waits.map(({ reason }) => reason),
  ]);
const seqOf = (stream: string): number =>
  (store.reader.prepare('SELECT max(stream_seq) AS seq FROM events WHERE stream = ?').get(stream) as { seq: number })
    .seq;

test('what waits is listed with its patient, longest first, and only what somebody can do something about', () => {
  const { rows, total, counts } = waitingAt(store.reader, all);
  expect(listed()).toEqual([
    ['session-4', ['notEnded']],
    ['session-6', ['notEnded']],
    // A value that was red stays raised when it is amended: somebody says what was done.
    ['session-1', ['red', 'unsigned']],
    ['session-2', ['missing', 'red', 'unsigned']],
    ['session-3', ['unsigned']],
  ]);
  expect(rows[2]?.session).toMatchObject({ patientName: 'Änne Großmann-Tal', birthDate: '1978-03-05' });
  expect([total, counts.unsigned, counts.red, counts.notEnded]).toEqual([5, 3, 2, 2]);
  expect(listed({ only: 'missing' })).toEqual([['session-2', ['missing', 'red', 'unsigned']]]);
  expect(listed({ reasons: reasonsFor('nurse'), live: 'session-6' })).toEqual([
    ['session-4', ['notEnded']],
    ['session-2', ['missing']],
  ]);
  expect(listed({ reasons: reasonsFor('therapist') })).toEqual([]);
  // No more than asked for, and told how many there are.
  expect(waitingAt(store.reader, { ...all, limit: 3 })).toMatchObject({ total: 5, rows: { length: 3 } });
});

test('what is signed waits no longer as soon as it is asked; who was asked to cosign sees it, the owner sees it too', () => {
  const stream = 'session:session-1';
  const signed = { type: 'sessionSigned', staffId: 'lindqvist', meaning: 'reviewed', next: null, open: [] };
  const add = (body: Readonly<Record<string, unknown>>): void => {
    appendEvents(store, [anAppend(stream, seqOf(stream), null, body)]);
    catchUpHead();
  };
  add(signed);
  expect(JSON.stringify(listed())).not.toContain('session-1');
  add({ type: 'cosignAsked', staffId: 'okafor' });
  expect(listed()).not.toContainEqual(['session-1', ['cosign']]);
  expect(listed({ staffId: 'okafor' })).toContainEqual(['session-1', ['cosign']]);
  expect(listed({ staffId: null })).toContainEqual(['session-1', ['cosign']]);
  add({ type: 'sessionCosigned', staffId: 'okafor', meaning: 'reviewed' });
  expect(listed({ staffId: null })).not.toContainEqual(['session-1', ['cosign']]);
});

test('who read a session is told from the audit, and a rebuild finds it again', () => {
  const read = (staffId: string): void => {
    const line = anAppend('audit', null, null, { type: 'recordRead', sessionId: 'session-1', practice: false });
    const events = line.events.map((event) => ({ ...event, author: { kind: 'staff' as const, staffId } }));
    appendEvents(store, [{ ...line, events }]);
  };
  read('okafor');
  read('lindqvist');
  catchUpHead();
  const before = readsOf(store.reader, 'session-1');
  expect(new Set(before.map(({ staffId }) => staffId))).toEqual(new Set(['okafor', 'lindqvist']));
  expect(answerReview(store.reader, { name: 'reads', args: 'session-2' })).toEqual([]);
  const waits = listed();
  startRebuild(store);
  catchUpWholly(store);
  expect(readsOf(store.reader, 'session-1')).toEqual(before);
  expect(listed()).toEqual(waits);
});

test('what is owed to a patient comes from courses and sessions, and goes with what is written down', () => {
  const at = (days: number): OwedQuery => ({ rule: defaultFollowUpRule, now: lastOver() + days * DAY, limit: 50 });
  const owed = (days: number): string[] =>
    owedAt(store.reader, at(days)).rows.map(
      ({ kind, session }) => `${kind} ${session.patientName} ${session.birthDate}`,
    );
  expect(owed(1)).toContain('call Bo Testfall 1990-11-30');
  const body = { type: 'followUpLetGo', kind: 'call', of: 'session-2', reason: 'Called us' };
  appendEvents(store, [anAppend('course:course-2', null, null, body)]);
  catchUpHead();
  expect(owed(1)).not.toContain('call Bo Testfall 1990-11-30');
  expect(owed(1)).toContain('integration Bo Testfall 1990-11-30');
  expect(owed(200)).toEqual([]);
  const asked = { type: 'copyAsked', copyId: 'c', askedAt: lastOver(), whole: false };
  appendEvents(store, [anAppend('session:session-2', seqOf('session:session-2'), null, asked)]);
  catchUpHead();
  expect(owedAt(store.reader, at(31)).rows.find(({ kind }) => kind === 'copy')).toMatchObject({ late: true });
  expect(owedAt(store.reader, at(29)).rows.find(({ kind }) => kind === 'copy')).toMatchObject({ late: false });
});

test('scores of a week are owed no more once a questionnaire was answered in a session of the course, given or not', () => {
  const rule = { ...defaultFollowUpRule, scoreWeeks: [2] };
  const twoWeeksOn = (lastOver() + 14 * DAY - clockAt(0).wallMs) / 1_000;
  const owed = (): string[] =>
    owedAt(store.reader, { rule, now: lastOver() + 15 * DAY, limit: 50 }).rows.flatMap(({ kind, session }) =>
      kind === 'scores' ? [session.sessionId] : [],
    );
  expect(owed()).toContain('session-2');
  // Another of the same course, that was not given.
  const stream = 'session:session-3';
  const write = (body: Readonly<Record<string, unknown>>): void => {
    appendEvents(store, [anAppend(stream, seqOf(stream), null, body, twoWeeksOn)]);
    catchUpHead();
  };
  write({ type: 'questionnaireAsked', sheetId: 'week-2', questionnaire: 'gad7', by: 'patient' });
  write({ type: 'questionnaireAnswered', sheetId: 'week-2', question: 'nervous', answer: null });
  expect(owed()).toContain('session-2');
  write({ type: 'questionnaireAnswered', sheetId: 'week-2', question: 'worry', answer: 1 });
  expect(owed()).not.toContain('session-2');
});

test('an answer that nobody has spoken about waits wherever it was given, and goes wherever it is settled', () => {
  const write = (stream: string, body: Readonly<Record<string, unknown>>): void => {
    appendEvents(store, [anAppend(stream, seqOf(stream), null, body)]);
    catchUpHead();
  };
  const asked = (sheetId: string) => ({ type: 'questionnaireAsked', sheetId, questionnaire: 'phq9', by: 'staff' });
  const answered = (sheetId: string) => ({ type: 'questionnaireAnswered', sheetId, question: SAFETY, answer: 1 });
  const spoken = { type: 'safetySpoken', who: 'Dr. Lindqvist', decision: 'goOn', words: 'Safe at home' };
  const safety = (): unknown =>
    ['safety', 'safetyBetween'].map((only) =>
      waitingAt(store.reader, { ...all, only: only as 'safety' }).rows.map(({ session }) => session.sessionId),
    );
  const [session, course] = ['session:session-3', 'course:course-2'];
  write(session, asked('in-session'));
  write(session, answered('in-session'));
  write(course, asked('between'));
  expect(safety()).toEqual([['session-3'], []]);
  write(course, answered('between'));
  expect(safety()).toEqual([['session-3'], ['session-3']]);
  // Carried into another session and settled there, of which the first one knows nothing.
  const other = 'session:session-2';
  const carried = { type: 'safetyCarried', safetyId: 'in-session:1', sheetId: 'in-session', answer: 1, saidAt: 1 };
  write(other, carried);
  write(other, { ...spoken, safetyIds: ['in-session:1'] });
  expect(safety()).toEqual([[], ['session-3']]);
  write(course, { ...spoken, safetyIds: ['between:1'] });
  expect(safety()).toEqual([[], []]);
});

test('the statistics come from the same rows: a week is what its sessions were', () => {
  const weeks = statisticsOf(store.reader, { weeks: 12, signDays: 3, now: lastOver() + 30 * DAY });
  expect(weeks).toHaveLength(12);
  expect(weeks.every(({ from }) => new Date(from).getDay() === 1)).toBe(true);
  // Three were over in the clinic's first days: one as planned, one ended early, one not given.
  expect(totalOf(weeks)).toMatchObject({ sessions: 2, notGiven: 1, early: 1, signable: 3, late: 2 });
});

const DAY = 86_400_000;
/** When the last infusion was over, epoch ms. */
const lastOver = (): number =>
  (
    store.reader.prepare('SELECT max(over_at) AS at FROM session_over WHERE started_at IS NOT NULL').get() as {
      at: number;
    }
  ).at;

/** As a question does: what is new is followed, and a few sessions that changed are looked at. */
function catchUpHead(): void {
  catchUp(store);
  expect(lookAtChanged(store)).toBe(0);
}
