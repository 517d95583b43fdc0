import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { reasonsFor, waitReasons, waitsOf, type WaitReason } from '../../../shared/review/waits.ts';
import { can } from '../../../shared/session/can.ts';
import type { SessionCommand } from '../../../shared/session/command.ts';
import { signGaps, signOpen } from '../../../shared/session/sign-missing.ts';
import { beginnings, steps } from '../../helpers/session-arbitrary.ts';
import { MINUTE } from '../../helpers/fake-clock.ts';
import { TestRoom, parts } from '../../helpers/session-builder.ts';

const reasonsIn = (room: TestRoom): WaitReason[] => waitsOf(room.session).map(({ reason }) => reason);
const sign: SessionCommand = {
  type: 'signSession',
  staffId: 'lindqvist',
  pin: '1234',
  meaning: 'responsible',
  next: null,
};

test('what waits is what the engine still takes, and nothing while the room itself shows it', () => {
  fc.assert(
    fc.property(beginnings, steps, fc.boolean(), (begin, all, over) => {
      const room = new TestRoom();
      begin(room);
      for (const { apply } of all) apply(room);
      if (over) {
        room.ask({ type: 'doNotGive', reason: 'fever', postponed: true });
        room.ask({ type: 'stopPump', reason: 'complete', note: null, agoMs: 0 });
        room.ask({ type: 'finish', how: 'againstAdvice', escort: null, note: 'left', told: 'Dr. Lindqvist', agoMs: 0 });
      }
      const { session, protocol } = room;
      const waits = reasonsIn(room);
      const isOver = session.phase === 'finished' || session.phase === 'notGiven';
      if (!isOver) {
        expect(waits).toEqual([]);
        return;
      }
      const may = can(session);
      const expected: Readonly<Record<WaitReason, boolean>> = {
        safety: false,
        safetyBetween: false,
        notEnded: false,
        telephone: may.signCallOrder,
        override: may.signTelephoneOrder,
        cosign: session.cosignAsked.length > 0,
        missing: signGaps(session).length > 0,
        red: may.signSession && signOpen(session, protocol).includes('red'),
        adverse: session.adverse.some(({ outcome, withdrawn }) => outcome === null && withdrawn === null),
        unsigned: may.signSession,
      };
      expect(new Set(waits)).toEqual(new Set(waitReasons.filter((reason) => expected[reason])));
      // By the record's own times: a clock that was set back meanwhile is behind them.
      const latest = Math.max(...room.events.map(({ recordedAt }) => recordedAt.wallMs));
      for (const { since, count } of waitsOf(session)) {
        expect(since).toBeLessThanOrEqual(latest);
        expect(count).toBeGreaterThan(0);
      }
    }),
    { numRuns: 40 },
  );
});

test('a red reading waits until somebody signed; whom one asked to cosign until they did; an outcome until it is said', () => {
  const room = new TestRoom().started().run(5 * MINUTE);
  room.do({
    ...{ type: 'takeReading', readingId: 'r', parts: parts({ spo2: 84 }), takenAt: room.clock.now().wallMs },
    confirmed: ['spo2Jump'],
  });
  room.do({ type: 'noteAdverseEvent', adverseId: 'a', severity: 'mild', what: 'Fainted', markId: null, agoMs: 0 });
  room.run(45 * MINUTE).do({ type: 'stopPump', reason: 'complete', note: null, agoMs: 0 });
  room.do({ type: 'recordDose', mgGiven: 36, mgDiscarded: 0, witness: null, note: null });
  room.do({ type: 'finish', how: 'againstAdvice', escort: null, note: 'left', told: 'Dr. Lindqvist', agoMs: 0 });
  expect(reasonsIn(room)).toEqual(['red', 'adverse', 'unsigned']);
  room.do(sign);
  expect(reasonsIn(room)).toEqual(['adverse']);
  room.do({ type: 'askCosign', staffId: 'okafor' });
  expect(waitsOf(room.session).find(({ reason }) => reason === 'cosign')).toMatchObject({
    staffId: 'okafor',
    count: 1,
  });
  expect(room.refusal({ type: 'askCosign', staffId: 'okafor' })).toBe('sign.asked');
  expect(room.refusal({ type: 'askCosign', staffId: 'lindqvist' })).toBe('sign.known');
  room.do({ type: 'cosignSession', staffId: 'okafor', pin: '1234', meaning: 'reviewed' });
  const outcome = { type: 'noteAdverseOutcome', adverseId: 'a', outcome: 'recovered', note: null } as const;
  room.do(outcome);
  expect(reasonsIn(room)).toEqual([]);
  // What was signed, or said since, is not turned round.
  expect(room.refusal({ ...outcome, outcome: 'hospital' })).toBe('adverse.outcomeSigned');
});

test('everybody sees what they can do something about', () => {
  expect(reasonsFor('therapist')).toEqual([]);
  expect(reasonsFor('nurse')).not.toContain('unsigned');
  expect(reasonsFor('clinician')).toEqual(waitReasons);
});
