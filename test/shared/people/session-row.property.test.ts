import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { flagsOf, shownOf } from '../../../shared/people/session-flags.ts';
import type { SessionFacts } from '../../../shared/people/session-facts.ts';
import { movesTimes, sessionFactsAfter, withTimesOf } from '../../../shared/people/session-row.ts';
import { can } from '../../../shared/session/can.ts';
import type { SessionEvent } from '../../../shared/session/event.ts';
import { replay } from '../../../shared/session/evolve.ts';
import { levelOfReading } from '../../../shared/session/reading-level.ts';
import type { Session } from '../../../shared/session/state.ts';
import { standingAdverse } from '../../../shared/session/adverse-state.ts';
import { MINUTE } from '../../helpers/fake-clock.ts';
import { beginnings, steps, type Step } from '../../helpers/session-arbitrary.ts';
import { alvarez, parts, TestRoom } from '../../helpers/session-builder.ts';

const complaints = ['nausea', 'vomiting', 'anxiety', 'distress', 'headache', 'dizziness', 'pain', 'cough'];

/** The row as the lists fold it: event by event, the whole session asked only where times moved. */
function rowOf(room: TestRoom): SessionFacts {
  const row = room.events.reduce<SessionFacts | null>((before, event, index) => {
    const after = sessionFactsAfter(before, event, room.protocol.bands);
    const session = movesTimes(after ?? never(), event.body.type) ? replay(room.events.slice(0, index + 1)) : null;
    return after === null || session === null ? after : withTimesOf(after, session);
  }, null);
  return row ?? never();
}

function never(): never {
  throw new Error('A session begins with its first event');
}

/** The same, from the engine's own state. */
function expected(session: Session, room: TestRoom): unknown {
  const red = session.readings.some(
    (reading) => levelOfReading(session, { ...room.protocol.bands, overBaseline: null }, reading) === 'red',
  );
  const adverse = standingAdverse(session).length > 0;
  const early = session.stopped?.early ?? false;
  // Whoever may sign it has not yet; a practice waits for nobody.
  const waits = can(session).signSession && !session.created.practice;
  return {
    phase: session.phase,
    startedAt: session.started?.at ?? null,
    stoppedAt: session.stopped?.at ?? null,
    finishedAt: session.finished?.at ?? null,
    signedAt: session.signature?.at ?? null,
    unsigned: session.unsigned,
    flags: [
      ...(session.unsigned.length > 0 || waits ? ['unsigned'] : []),
      ...(red ? ['red'] : []),
      ...(early ? ['early'] : []),
      ...(adverse ? ['adverse'] : []),
    ],
  };
}

/** What went on without anybody judging it. */
function unwellIn({ emergencies, marks }: Session): string | null {
  if (emergencies > 0) return 'emergency';
  return marks.some(({ kind, takenBack }) => complaints.includes(kind) && !takenBack) ? 'complaint' : null;
}

/** Each sheet with when it was answered first; skipping is no answer. */
function firstAnswers(events: readonly SessionEvent[]): readonly (readonly [string, number])[] {
  const first = new Map<string, number>();
  for (const { body, occurredAt } of events)
    if (body.type === 'questionnaireAnswered' && body.answer !== null && !first.has(body.sheetId))
      first.set(body.sheetId, occurredAt);
  return [...first];
}

/** Half of what is done is done at the locked screen; some of it is claimed, some refused. */
function livedWithLock(begin: (room: TestRoom) => unknown, all: readonly Step[], locked: number): TestRoom {
  const room = new TestRoom();
  begin(room);
  all.forEach(({ apply }, index) => {
    room.author = (index + locked) % 3 === 0 ? { kind: 'unsigned' } : { kind: 'staff', staffId: 'alvarez' };
    apply(room);
    if (room.author.kind !== 'staff' || index % 5 !== locked % 5) return;
    const [first] = room.session.unsigned;
    if (first === undefined) return;
    if (index % 2 === 0) room.ask({ type: 'claim', seqs: [first] });
    else room.ask({ type: 'disown', seqs: [first], reason: 'not ours' });
  });
  return room;
}

test('a row of the lists says of any session what the engine says of it', () => {
  fc.assert(
    fc.property(beginnings, steps, fc.nat(9), (begin, all, locked) => {
      const room = livedWithLock(begin, all, locked);
      const { phase, startedAt, stoppedAt, finishedAt, signedAt = null, unsigned, ...row } = rowOf(room);
      const told = { phase, startedAt, stoppedAt, finishedAt, signedAt, unsigned, flags: flagsOf(rowOf(room)) };
      expect(told).toEqual(expected(room.session, room));
      const shown = shownOf(rowOf(room));
      expect(shown.adverseEvents).toBe(standingAdverse(room.session).length);
      expect(shown.unwell).toBe(unwellIn(room.session));
      const events: readonly SessionEvent[] = room.events;
      expect(row.answered ?? []).toEqual(firstAnswers(events));
      const staff = events.flatMap(({ author }) => (author.kind === 'staff' ? [author.staffId] : []));
      expect(row.staff).toEqual(expect.arrayContaining([...new Set(staff)]));
    }),
    { numRuns: 150 },
  );
});

test('a session is red by a symptom as it is by a figure, for as long as its reading stands', () => {
  const flags = (room: TestRoom) => flagsOf(rowOf(room));
  const chest = new TestRoom().started();
  const byItself = chest.takeReading(parts({ symptoms: ['chestPain'] }));
  expect(flags(chest)).toEqual(['red']);
  chest.do({ type: 'withdrawReading', readingId: byItself, reason: 'another patient' });
  expect(flags(chest)).toEqual([]);

  const asked = new TestRoom().started();
  const amber = asked.takeReading(parts({ spo2: 93 }));
  expect(flags(asked)).toEqual([]);
  asked.author = { kind: 'unsigned' };
  asked.do({ type: 'tellSymptoms', readingId: amber, symptoms: 'Faint' });
  expect(flags(asked)).toContain('red');
  asked.author = alvarez;
  const seqs = [...asked.session.unsigned];
  asked.do({ type: 'disown', seqs, reason: 'not ours' });
  expect(flags(asked)).toEqual([]);
  asked.do({ type: 'tellSymptoms', readingId: amber, symptoms: 'Faint' });
  const takenAt = asked.clock.now().wallMs;
  const better = { type: 'amendReading', readingId: amber, parts: parts({ spo2: 97 }), takenAt } as const;
  asked.do({ ...better, reason: 'finger moved', confirmed: [] });
  expect(flags(asked)).toEqual(['red']);
  asked.do({ type: 'withdrawReading', readingId: amber, reason: 'another patient' });
  expect(flags(asked)).toEqual([]);
});

test('an amended time judges an early end anew, and a pause reported late leads back from overtime', () => {
  const room = new TestRoom().started().run(49 * MINUTE);
  room.do({ type: 'stopPump', reason: 'patientAsks', note: null, agoMs: 0 });
  expect(flagsOf(rowOf(room))).toContain('early');
  const at = (room.session.started?.at ?? 0) - 2 * MINUTE;
  room.do({ type: 'amendTime', what: 'started', at, reason: 'pump log' });
  expect(flagsOf(rowOf(room))).not.toContain('early');

  const late = new TestRoom().started().run(51 * MINUTE);
  expect(rowOf(late).phase).toBe('overtime');
  late.do({ type: 'pausePump', reason: 'occlusion', pumpStands: true, note: null, agoMs: 2 * MINUTE });
  expect(rowOf(late).phase).toBe(late.session.phase);
});
