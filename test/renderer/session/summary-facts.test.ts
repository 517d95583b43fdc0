import { expect, it } from 'vitest';
import { startCatalogue } from '../../../renderer/i18n/i18n.ts';
import { timeOfDay } from '../../../renderer/room/session/format.ts';
import { summaryFacts } from '../../../renderer/room/session/handover/summary-facts.ts';
import { MINUTE } from '../../helpers/fake-clock.ts';
import { calm, TestRoom } from '../../helpers/session-builder.ts';

it('what has run in is told with where the figure comes from', () => {
  const { t } = startCatalogue();
  const room = new TestRoom().started().run(25 * MINUTE);
  const given = () => summaryFacts(t, room.session, room.protocol, room.clock.now())[0]?.[1];
  expect(given()).toBe('about 18 mg of 36 mg Ketamine so far, reckoned from the order');
  room.do({ type: 'readPumpTotal', noteId: 'a', total: { unit: 'ml', value: 17 }, confirmed: false, agoMs: 0 });
  expect(given()).toBe(`about 17 mg of 36 mg Ketamine so far, from the pump at ${timeOfDay(room.clock.now().wallMs)}`);
});

it('whoever walks in is told what stands still, who is up, who has not answered, and the repeat that is wanted', () => {
  const { t } = startCatalogue();
  const room = new TestRoom().started().run(20 * MINUTE);
  const red = { ...calm, systolic: 186, diastolic: 112 };
  const jumps = ['systolicJump', 'diastolicJump'];
  const takenAt = room.clock.now().wallMs;
  room.do({ type: 'takeReading', readingId: 'r', parts: red, takenAt, confirmed: jumps });
  room.run(MINUTE).do({ type: 'callDoctor', callId: 'c', agoMs: 0 }).do({ type: 'patientUp', upId: 'u' });
  room.do({ type: 'pausePump', reason: 'patientUp', pumpStands: true, note: null, agoMs: 0 }).run(MINUTE);
  const facts = new Map(summaryFacts(t, room.session, room.protocol, room.clock.now()));
  const time = timeOfDay(room.clock.now().wallMs - MINUTE);
  expect(facts.get('Now')).toBe(`Infusion, minute 21, pump paused since ${time}`);
  const taken = timeOfDay(takenAt);
  expect(facts.get('Goes on')).toBe(
    `red band of ${taken}, no answer yet, patient up since ${time}, doctor called at ${time}, no answer yet`,
  );
  expect(facts.get('Worst reading')).toMatch(/186\/112.*, red$/);
  expect(facts.get('Due next')).toBe('repeat after red, in 3 min');
});

it('whoever walks in is told of an emergency, how bad what goes on is, and what a doctor ordered by telephone', () => {
  const { t } = startCatalogue();
  const room = new TestRoom().started().run(20 * MINUTE);
  const facts = () => new Map(summaryFacts(t, room.session, room.protocol, room.clock.now()));
  expect(facts().has('Ordered')).toBe(false);
  const at = timeOfDay(room.clock.now().wallMs);
  room.do({ type: 'mark', markId: 'm', kind: 'vomiting', note: null, agoMs: 0 });
  room.do({ type: 'gradeMark', markId: 'm', severity: 'severe' });
  room.do({ type: 'callDoctor', callId: 'c', agoMs: 0 });
  const who = { staffId: null, name: 'Dr. Lindqvist' };
  const order = { text: 'Stop at 180 systolic', readBack: true as const };
  room.do({ type: 'answerCall', callId: 'c', who, said: null, order, agoMs: 0 });
  room.do({ type: 'beginEmergency' });
  expect(facts().get('Ordered')).toBe(`${at} Dr. Lindqvist: Stop at 180 systolic`);
  expect(facts().get('Goes on')).toBe(`emergency since ${at}, Vomiting severe ${at}`);
});
