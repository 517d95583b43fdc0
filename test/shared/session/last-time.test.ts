import { expect, it } from 'vitest';
import { lastTimeOf, lastTimeSchema } from '../../../shared/session/last-time.ts';
import { MINUTE } from '../../helpers/fake-clock.ts';
import { calm, parts, TestRoom } from '../../helpers/session-builder.ts';

it('is nothing before an infusion began', () => {
  expect(lastTimeOf(new TestRoom().prepared().session)).toBeNull();
});

it('has what was given, the highest reading and when, nausea, and how they left', () => {
  const room = new TestRoom();
  room.do({ type: 'noteWishes', intention: 'kept to themselves', wishes: 'no touch' }).started();
  room
    .do({ type: 'chooseNoMusic', wish: 'quiet' })
    .run(30 * MINUTE)
    .takeReading(parts({ ...calm, systolic: 144, diastolic: 88 }));
  room.do({ type: 'mark', markId: 'm1', kind: 'nausea', note: null, agoMs: 0 });
  room.do({ type: 'mark', markId: 'm2', kind: 'vomiting', note: null, agoMs: 0 });
  room.do({ type: 'takeBackMark', markId: 'm2' });
  room.run(5 * MINUTE).do({ type: 'stopPump', reason: 'vomiting', note: null, agoMs: 0 });
  room.do({ type: 'recordDose', mgGiven: 25, mgDiscarded: 0, witness: null, note: null });
  room.do({ type: 'finish', how: 'hospital', escort: null, note: 'chest pain', told: 'Dr. Lindqvist', agoMs: 0 });
  const last = lastTimeOf(room.session);
  expect(last).toMatchObject({
    ...{ mgGiven: 25, drug: 'Ketamine', early: 'vomiting', wishes: 'no touch', music: null, none: 'quiet' },
    highest: { systolic: 144, diastolic: 88, afterMs: 30 * MINUTE },
    nausea: [{ kind: 'nausea', severity: null, settled: false }],
    left: { how: 'hospital', note: 'chest pain' },
  });
  expect(JSON.stringify(last)).not.toContain('kept to themselves');
  expect(lastTimeSchema.parse(JSON.parse(JSON.stringify(last)))).toEqual(last);
});
