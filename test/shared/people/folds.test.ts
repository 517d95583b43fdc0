import { expect, test } from 'vitest';
import { courseAfter, courseBodySchema, courseStream } from '../../../shared/people/course-events.ts';
import { erases, erasureBodySchema } from '../../../shared/people/erasure-events.ts';
import { patientAfter, patientBodySchema, patientStream } from '../../../shared/people/patient-events.ts';
import type { SessionFacts } from '../../../shared/people/session-facts.ts';
import { sessionFactsAfter, sessionRowTypes } from '../../../shared/people/session-row.ts';
import { staffAfter, staffBodySchema, staffStream, withoutPin } from '../../../shared/people/staff-events.ts';
import { defaultProtocol } from '../../../shared/protocol/default-protocol.ts';
import type { SessionBody } from '../../../shared/session/event-bodies.ts';
import type { Author } from '../../../shared/session/event.ts';

const details = { name: 'Anna Berg', birthDate: '1978-03-05', allergies: '' };
const created: SessionBody = {
  type: 'created',
  patientId: 'p1',
  courseId: 'c1',
  infusionNumber: 2,
  plannedInfusions: 6,
  practice: false,
  protocolHash: 'h',
  musicHash: null,
  plannedMs: 3_000_000,
  room: 'Room 1',
  timeZone: 'Europe/Berlin',
};

const { bands } = defaultProtocol(0, 'Clinic');
const app = { kind: 'app' } as const;

/** The n-th event of a session, one a minute. */
function eventOf(body: SessionBody, seq: number, author: Author = app): Parameters<typeof sessionFactsAfter>[1] {
  return { stream: 'session:s1', seq, occurredAt: seq * 60_000, author, body };
}

/** A session's row after these bodies, one a minute. */
function rowAfter(...bodies: readonly SessionBody[]): SessionFacts | null {
  return bodies.reduce<SessionFacts | null>(
    (row, body, index) => sessionFactsAfter(row, eventOf(body, index + 1), bands),
    null,
  );
}
const started: SessionBody = { type: 'started', plannedMs: 3_000_000 };
const stopped: SessionBody = { type: 'pumpStopped', reason: 'patientAsks', early: true, note: null };

test('a session from draft to finished', () => {
  const steps: readonly SessionBody[] = [
    created,
    { type: 'preChecksBegun' },
    started,
    { type: 'zeroReached' },
    stopped,
    { type: 'finished', how: 'fit', escort: null, note: null },
  ];
  expect(steps.map((_, index) => rowAfter(...steps.slice(0, index + 1))?.phase)).toEqual([
    'draft',
    'preChecks',
    'infusing',
    'overtime',
    'recovery',
    'finished',
  ]);
  expect(rowAfter(...steps)).toEqual({
    sessionId: 's1',
    practice: false,
    patientId: 'p1',
    courseId: 'c1',
    infusionNumber: 2,
    plannedInfusions: 6,
    phase: 'finished',
    createdAt: 60_000,
    startedAt: 180_000,
    stoppedAt: 300_000,
    finishedAt: 360_000,
    early: true,
    protocolHash: 'h',
    seq: 6,
    unsigned: [],
    readings: [],
    complaints: [],
    emergencies: 0,
    staff: [],
  });
});

test('a start taken back, a session not given, a longer plan after zero, amended times', () => {
  expect(rowAfter(created, { type: 'preChecksBegun' }, started, { type: 'startTakenBack', reason: 'x' })).toMatchObject(
    { phase: 'preChecks', startedAt: null },
  );
  expect(rowAfter(created, { type: 'notGiven', reason: 'fever', postponed: true })?.phase).toBe('notGiven');
  expect(
    rowAfter(created, started, { type: 'zeroReached' }, { type: 'lengthChanged', plannedMs: 3_600_000, reason: null })
      ?.phase,
  ).toBe('infusing');
  expect(rowAfter(created, started, { type: 'lengthChanged', plannedMs: 2_400_000, reason: null })?.phase).toBe(
    'infusing',
  );
  const amended = rowAfter(
    created,
    started,
    stopped,
    { type: 'timeAmended', what: 'started', at: 7, reason: 'x' },
    { type: 'timeAmended', what: 'pumpStopped', at: 9, reason: 'x' },
  );
  expect(amended).toMatchObject({ startedAt: 7, stoppedAt: 9 });
});

test('whoever signs or adds to a session is found with it', () => {
  const row = rowAfter(
    created,
    { type: 'notGiven', reason: 'fever', postponed: true },
    { type: 'sessionSigned', staffId: 'signer', meaning: 'reviewed', next: null, open: [] },
    { type: 'sessionCosigned', staffId: 'cosigner', meaning: 'responsible' },
    { type: 'addendumAdded', addendumId: 'a', staffId: 'adder', text: 'called back' },
  );
  expect(row?.staff.slice(-3)).toEqual(['signer', 'cosigner', 'adder']);
  expect(row?.signedAt).toBe(3 * 60_000);
});

test('bodies that are not named as changing a row change none', () => {
  const row = rowAfter(created, started);
  const body: SessionBody = { type: 'noted', text: 'calm' };
  expect(sessionRowTypes.has(body.type)).toBe(false);
  expect(sessionFactsAfter(row, eventOf(body, 3), bands)).toBe(row);
  expect(sessionFactsAfter(null, eventOf(started, 1), bands)).toBeNull();
});

test('a patient, edited, keeps id and moment of creation', () => {
  const stream = patientStream('p1');
  const before = patientAfter(null, {
    stream,
    occurredAt: 5,
    body: patientBodySchema.parse({ type: 'patientCreated', details, notSameAs: ['p0'] }),
  });
  expect(before).toEqual({ ...details, patientId: 'p1', createdAt: 5 });
  const edited = { type: 'patientEdited', details: { ...details, allergies: 'nuts' } } as const;
  expect(patientAfter(before, { stream, occurredAt: 9, body: edited })).toEqual({
    ...details,
    allergies: 'nuts',
    patientId: 'p1',
    createdAt: 5,
  });
  expect(patientAfter(null, { stream, occurredAt: 9, body: edited })).toBeNull();
});

test('a course, its plan changed and left open', () => {
  const stream = courseStream('c1');
  const before = courseAfter(null, {
    stream,
    occurredAt: 5,
    body: { type: 'courseCreated', patientId: 'p1', plannedInfusions: 6 },
  });
  expect(
    courseAfter(before, { stream, occurredAt: 9, body: { type: 'courseEdited', plannedInfusions: null } }),
  ).toEqual({ courseId: 'c1', patientId: 'p1', plannedInfusions: null, createdAt: 5 });
  expect(courseAfter(null, { stream, occurredAt: 9, body: { type: 'courseEdited', plannedInfusions: 3 } })).toBeNull();
  expect(courseBodySchema.safeParse({ type: 'courseEdited', plannedInfusions: 0 }).success).toBe(false);
});

test('a staff member, edited and with another PIN; windows never see its hash', () => {
  const stream = staffStream('n1');
  const added = staffAfter(null, { stream, body: { type: 'staffAdded', name: 'Mara', role: 'nurse', pinHash: 'h1' } });
  const changed = staffAfter(added, { stream, body: { type: 'staffPinChanged', pinHash: 'h2' } });
  const left = staffAfter(changed, {
    stream,
    body: { type: 'staffEdited', name: 'Mara L', role: 'owner', active: false },
  });
  expect(left).toEqual({ staffId: 'n1', name: 'Mara L', role: 'owner', active: false, pinHash: 'h2' });
  expect(left === null ? null : withoutPin(left)).toEqual({
    staffId: 'n1',
    name: 'Mara L',
    role: 'owner',
    active: false,
  });
  expect(staffAfter(null, { stream, body: { type: 'staffPinChanged', pinHash: 'h' } })).toBeNull();
  expect(staffBodySchema.safeParse({ type: 'staffAdded', name: 'X', role: 'guest', pinHash: 'h' }).success).toBe(false);
});

test('an erasure names ranges, both ends included', () => {
  const body = erasureBodySchema.parse({
    type: 'erased',
    ranges: [
      { from: 3, to: 5 },
      { from: 9, to: 9 },
    ],
    rule: 'ten years',
    reason: 'asked',
  });
  expect([2, 3, 5, 6, 9, 10].map((seq) => erases(body, seq))).toEqual([false, true, true, false, true, false]);
});
