import { expect, test } from 'vitest';
import { startCatalogue } from '../../../renderer/i18n/i18n.ts';
import type { Fact } from '../../../renderer/review/fact.ts';
import { factsOf } from '../../../renderer/review/facts.ts';
import { createTracker } from '../../../shared/chart/tracker.ts';
import { summaryOf } from '../../../shared/review/summary.ts';
import type { ReadingParts } from '../../../shared/vitals/reading.ts';
import { MINUTE } from '../../helpers/fake-clock.ts';
import { calm, TestRoom } from '../../helpers/session-builder.ts';

const { t } = startCatalogue();

/** What stands in a cell of the facts at a glance. */
function cell(room: TestRoom, name: string): Fact {
  const { session, protocol, events } = room;
  const summary = summaryOf(session, protocol, createTracker()(events), session.life.at);
  const found = factsOf({ t, session, protocol, summary, musicTitle: null }).find((fact) => fact.name === name);
  if (found === undefined) throw new Error(`There is no cell ${name}`);
  return found;
}

test('of what happened the worst is said first: an emergency, then harm in the words of who saw it', () => {
  const room = new TestRoom().started().run(10 * MINUTE);
  expect(cell(room, 'Events')).toMatchObject({ figure: 'none', detail: 'no medicine given' });
  const given = { drug: 'Labetalol', dose: '10 mg', route: 'IV', checkedBy: null, orderedBy: null, agoMs: 0 };
  room.do({ type: 'giveMedication', medicationId: 'm', ...given });
  expect(cell(room, 'Events').figure).toBe('Labetalol');
  const harm = { severity: 'severe', what: 'Breathing stopped for a moment', markId: null, agoMs: 0 } as const;
  room.do({ type: 'noteAdverseEvent', adverseId: 'a', ...harm });
  expect(cell(room, 'Events').figure).toBe('Adverse event');
  expect(cell(room, 'Events').detail).toMatch(/^! severe: Breathing stopped for a moment, Labetalol 10 mg/);
  room.do({ type: 'beginEmergency' }).do({ type: 'endEmergency' });
  expect(cell(room, 'Events')).toMatchObject({ figure: 'Emergency', tone: 'red' });
  room.do({ type: 'withdrawAdverseEvent', adverseId: 'a', reason: 'Another patient' });
  expect(cell(room, 'Events').detail).not.toContain('Breathing');
});

test('the reading at the pump’s stop is called the end, and what is neither more nor less has no sign', () => {
  const room = new TestRoom().started().run(50 * MINUTE);
  room.do({ type: 'stopPump', reason: 'complete', note: null, agoMs: 0 }).tick();
  room.run(20 * MINUTE).takeReading({ ...calm });
  expect(cell(room, 'Readings on time').detail).toContain('! end missing');
  expect(cell(room, 'Last reading').detail).toMatch(/^0 \/ 0 % vs baseline/);
  room.do({ type: 'recordDose', mgGiven: 35.7, mgDiscarded: 0, witness: null, note: null });
  expect(cell(room, 'Ketamine').detail).toMatch(/^0\.\d{1,2} mg\/kg given/);
});

test('an order by telephone says first whether it is signed', () => {
  const room = new TestRoom().started().run(10 * MINUTE);
  room.do({ type: 'callDoctor', callId: 'c', agoMs: 0 });
  const order = { text: 'Wait ten minutes.', readBack: true } as const;
  room.do({
    ...{ type: 'answerCall', callId: 'c', who: { staffId: 'lindqvist', name: 'Dr. A. Lindqvist' } },
    ...{ said: null, order, agoMs: 0 },
  });
  expect(cell(room, 'Orders by telephone').detail).toMatch(
    /^Dr\. A\. Lindqvist \d\d:\d\d, ! not signed yet: Wait ten minutes\.$/,
  );
});

/** Minutes into the infusion, a reading that was confirmed. */
function reads(room: TestRoom, minutes: number, over: Partial<ReadingParts>): string {
  room.run(minutes * MINUTE);
  const readingId = room.id();
  const confirmed = ['systolicJump', 'diastolicJump', 'spo2Jump', 'pulseJump', 'pulseHigh', 'systolicLow', 'spo2Low'];
  const takenAt = room.clock.now().wallMs;
  room.do({ type: 'takeReading', readingId, parts: { ...calm, ...over }, takenAt, confirmed });
  return readingId;
}

test('a red reading is said at a glance whatever of it is red, once, and where no other cell says it', () => {
  const room = new TestRoom().started();
  reads(room, 5, { systolic: 185, diastolic: 95 });
  expect(cell(room, 'Peak BP')).toMatchObject({ tone: 'red', detail: expect.stringMatching(/^▲ red, /) as string });
  expect(cell(room, 'Events')).toEqual({ name: 'Events', figure: 'none', detail: 'no medicine given' });
  room.do({ type: 'mark', markId: 'm', kind: 'nausea', note: null, agoMs: 0 });
  reads(room, 5, { pulse: 155, sedation: { kind: 'rass', value: -4 } });
  reads(room, 5, { pulse: 158, spo2: 93 });
  expect(cell(room, 'Events')).toMatchObject({ figure: 'Red reading', tone: 'red' });
  expect(cell(room, 'Events').detail).toMatch(/^▲ red: pulse 155, RASS −4, minute 10, Nausea \d\d:\d\d$/);
  expect(cell(room, 'Lowest SpO₂').detail).toMatch(/^◆ amber, −5 vs baseline, minute 15$/);
});

test('amber is said as well where nothing was red, and of what was told when a band asked', () => {
  const room = new TestRoom().started();
  const readingId = reads(room, 5, { pulse: 125 });
  expect(cell(room, 'Events')).toMatchObject({ figure: 'none', detail: '◆ amber: pulse 125, minute 5' });
  expect(cell(room, 'Events').tone).toBeUndefined();
  room.do({
    type: 'amendReading',
    readingId,
    parts: calm,
    takenAt: room.clock.now().wallMs,
    reason: 'Typing error',
    confirmed: [],
  });
  expect(cell(room, 'Events').detail).toBe('no medicine given');
  reads(room, 5, { symptoms: ['chestPain'] });
  expect(cell(room, 'Events')).toMatchObject({
    figure: 'Red reading',
    detail: expect.stringMatching(/^▲ red: chest pain, minute 10/i) as string,
  });
});
