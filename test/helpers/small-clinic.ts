import type { Append } from '../../electron/record/client-types.ts';
import { appendEvents } from '../../electron/record/append.ts';
import { settle } from '../../electron/record/catch-up.ts';
import { putContent } from '../../electron/record/contents.ts';
import { writeHeartbeat } from '../../electron/record/heartbeats.ts';
import type { Store } from '../../electron/record/store.ts';
import type { Role } from '../../shared/people/people.ts';
import type { ReadingParts } from '../../shared/vitals/reading.ts';
import { sessionStream, type SessionEvent } from '../../shared/session/event.ts';
import { dataOf } from './temp-record.ts';
import { FakeClock, MINUTE, MORNING } from './fake-clock.ts';
import { calm, parts, TestRoom } from './session-builder.ts';

const DAY = 86_400_000;
const patients = [
  { patientId: 'patient-1', name: 'Änne Großmann', birthDate: '1978-03-05', allergies: 'Pollen' },
  { patientId: 'patient-2', name: 'Bo Testfall', birthDate: '1990-11-30', allergies: '' },
  { patientId: 'patient-3', name: 'Cleo Beispiel', birthDate: '1966-01-17', allergies: 'Latex' },
] as const;
const staff: readonly (readonly [string, string, Role])[] = [
  ['alvarez', 'R. Alvarez, RN', 'nurse'],
  ['okafor', 'M. Okafor, RN', 'nurse'],
  ['lindqvist', 'Dr. A. Lindqvist', 'clinician'],
];

/**
 * Writes a handful of everything into an empty record: staff, three patients with courses, audit lines, and sessions of
 * every kind of ending, with amendments and an entry that nobody signed for. The third patient's session is erased.
 */
export function fillSmallClinic(store: Store): void {
  const room = new TestRoom();
  const protocolHash = dataOf(putContent(store, 'protocol', room.protocol));
  for (const [staffId, name, role] of staff) {
    const added = { type: 'staffAdded', name, role, pinHash: `made-up-hash-of-${staffId}` };
    appendEvents(store, [lineOf(`staff:${staffId}`, 0, added)]);
  }
  appendEvents(store, [lineOf('audit', null, { type: 'signedIn', staffId: 'alvarez' })]);
  for (const [index, { patientId, ...details }] of patients.entries()) {
    appendEvents(store, [lineOf(`patient:${patientId}`, 0, { type: 'patientCreated', details, notSameAs: [] })]);
    const course = { type: 'courseCreated', patientId, plannedInfusions: index === 1 ? null : 6 };
    appendEvents(store, [lineOf(`course:course-${index + 1}`, 0, course)]);
  }
  const edited = { name: 'Änne Großmann-Tal', birthDate: '1978-03-05', allergies: 'Pollen' };
  appendEvents(store, [lineOf('patient:patient-1', 1, { type: 'patientEdited', details: edited })]);

  for (const [index, make] of sessions.entries()) {
    const made = new TestRoom(new FakeClock(MORNING + index * DAY));
    const who = make(made);
    writeSession(store, `session-${index + 1}`, who, protocolHash, made.events);
    if (made.session.phase === 'infusing') writeHeartbeat(store, `session-${index + 1}`, made.clock.now());
  }
  eraseStream(store, 'session:session-5');
  settle(store);
}

/** One session of each kind; each answers whose it is. */
const sessions: readonly ((room: TestRoom) => number)[] = [
  (room) => {
    room.do({ type: 'noteWishes', intention: 'To let go of the lighthouse', wishes: 'Hand on the shoulder' });
    room.started().run(15 * MINUTE);
    const readingId = confirmedReading(room, { ...calm, systolic: 210, diastolic: 115 });
    room.do({
      type: 'amendReading',
      readingId,
      parts: parts({ ...calm, systolic: 120, diastolic: 75 }),
      takenAt: room.clock.now().wallMs,
      reason: 'Cuff had slipped',
      confirmed: [],
    });
    room.do({ type: 'mark', markId: 'mark-1', kind: 'nausea', note: 'Bucket not needed', agoMs: 0 });
    room.do({ type: 'note', text: 'Eye mask moved, breathing calm' });
    room.run(room.session.plannedMs - 15 * MINUTE);
    room.do({ type: 'stopPump', reason: 'complete', note: null, agoMs: 0 }).tick();
    room.run(room.protocol.recoveryMs).answerChecks('recovery');
    room.do({ type: 'keepOwnWords', text: 'Like snow over a harbour' });
    const items = { activity: 2, respiration: 2, circulation: 2, consciousness: 2, oxygen: 2 };
    room.do({ type: 'recordDose', mgGiven: 36, mgDiscarded: 0, witness: null, note: null });
    room.do({ type: 'score', scale: 'aldrete', items, judgement: 'fit' });
    room.do({ type: 'finish', how: 'fit', escort: 'sister', note: null, agoMs: 0 });
    return 1;
  },
  (room) => {
    room.started().run(10 * MINUTE);
    confirmedReading(room, { ...calm, spo2: 84 });
    room.do({ type: 'beginEmergency' }).do({ type: 'emergencyStep', step: 'oxygen', note: 'Six litres' });
    room.do({ type: 'endEmergency' });
    room.do({ type: 'stopPump', reason: 'distress', note: 'Wanted to stop', agoMs: 0 }).tick();
    room.do({
      type: 'finish',
      how: 'hospital',
      escort: null,
      note: 'Observed overnight',
      told: 'Dr. Lindqvist',
      agoMs: 0,
    });
    return 2;
  },
  (room) => {
    room.prepared().do({ type: 'doNotGive', reason: 'Has a fever today', postponed: true });
    return 2;
  },
  (room) => {
    room.do({ type: 'beginPreChecks' });
    return 1;
  },
  (room) => {
    room.finished();
    return 3;
  },
  (room) => {
    room.started().run(5 * MINUTE);
    room.author = { kind: 'unsigned' };
    room.takeReading();
    return 1;
  },
];

/** A reading that differs enough to be asked about, and was confirmed. */
function confirmedReading(room: TestRoom, given: ReadingParts): string {
  const readingId = room.id();
  const confirmed = ['systolicJump', 'diastolicJump', 'spo2Jump'];
  room.do({ type: 'takeReading', readingId, parts: given, takenAt: room.clock.now().wallMs, confirmed });
  return readingId;
}

/** One line of a stream outside sessions, on the clinic's first morning. */
function lineOf(stream: string, expectedSeq: number | null, body: Readonly<Record<string, unknown>>): Append {
  const recordedAt = new FakeClock(MORNING - DAY).now();
  const event = { occurredAt: recordedAt.wallMs, sessionMs: null, author: { kind: 'app' as const }, body };
  return { stream, expectedSeq, commandId: null, recordedAt, version: 1, events: [event] };
}

function writeSession(
  store: Store,
  sessionId: string,
  who: number,
  protocolHash: string,
  events: readonly SessionEvent[],
): void {
  const own = { patientId: `patient-${who}`, courseId: `course-${who}`, protocolHash, musicHash: null };
  for (const { seq, recordedAt, occurredAt, sessionMs, author, body, version } of events) {
    const stored = body.type === 'created' ? { ...body, ...own } : body;
    const commandId = author.kind === 'app' ? null : `command-${sessionId}-${seq}`;
    const event = { occurredAt, sessionMs, author, body: stored };
    const stream = sessionStream(sessionId);
    appendEvents(store, [{ stream, expectedSeq: seq - 1, commandId, recordedAt, version, events: [event] }]);
  }
}

/** Erases every body of a stream under a recorded rule, as an erasure does. */
function eraseStream(store: Store, stream: string): void {
  const { from, to } = store.writer
    .prepare('SELECT min(seq) AS "from", max(seq) AS "to" FROM events WHERE stream = ?')
    .get(stream) as { readonly from: number; readonly to: number };
  const body = { type: 'erased', ranges: [{ from, to }], rule: '10 years', reason: 'Time is over' };
  const proof = appendEvents(store, [lineOf('erasure:erasure-1', 0, body)]);
  if (!proof.ok) throw new Error(proof.code);
  store.writer
    .transaction(() => {
      store.writer
        .prepare(
          'INSERT INTO erasures (seq, erasure_seq) SELECT seq, (SELECT max(seq) FROM events) FROM events WHERE stream = ?',
        )
        .run(stream);
      store.writer.prepare('DELETE FROM bodies WHERE seq BETWEEN ? AND ?').run(from, to);
    })
    .immediate();
}
