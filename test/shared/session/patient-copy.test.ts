import { describe, expect, it } from 'vitest';
import { mayAskForCopy, owedCopies } from '../../../shared/session/patient-copy.ts';
import { FakeClock, MINUTE } from '../../helpers/fake-clock.ts';
import { okafor, TestRoom } from '../../helpers/session-builder.ts';

const DAY = 86_400_000;
const now = (room: TestRoom): number => room.clock.now().wallMs;

describe('a copy for the patient', () => {
  it('is owed from the day they asked until it is handed over, and late from the clinic’s limit on', () => {
    const room = new TestRoom().recovering();
    room.do({ type: 'askCopy', copyId: 'second', askedAt: now(room) - 2 * DAY, whole: false });
    room.do({ type: 'askCopy', copyId: 'first', askedAt: now(room) - 30 * DAY, whole: true });
    const owed = owedCopies(room.session, 30, now(room));
    expect(owed.map(({ copy, days, late }) => [copy.copyId, days, late])).toEqual([
      ['first', 30, true],
      ['second', 2, false],
    ]);
    room.author = okafor;
    room.do({ type: 'handCopy', copyId: 'first', form: 'file', identity: 'document' });
    expect(owedCopies(room.session, 30, now(room)).map(({ copy }) => copy.copyId)).toEqual(['second']);
    expect(room.session.patientCopies[1]?.handed).toMatchObject({ form: 'file', identity: 'document', by: okafor });
  });

  it('is asked for in the past, once, and handed over once', () => {
    const room = new TestRoom().recovering();
    const ask = { type: 'askCopy', copyId: 'a', askedAt: now(room), whole: false } as const;
    const hand = { type: 'handCopy', copyId: 'a', form: 'paper', identity: 'known' } as const;
    expect(room.refusal(hand)).toBe('session.notNow');
    expect(room.refusal({ ...ask, askedAt: now(room) + 10 * MINUTE })).toBe('time.future');
    room.do(ask);
    expect(room.refusal(ask)).toBe('patientCopy.known');
    expect(room.refusal({ ...hand, copyId: 'b' })).toBe('patientCopy.unknown');
    room.do({ ...ask, copyId: 'c' }).do(hand);
    expect(room.refusal(hand)).toBe('patientCopy.handed');
  });

  it('is there from recovery on, and never of practice', () => {
    expect(mayAskForCopy(new TestRoom().started().session)).toBe(false);
    expect(mayAskForCopy(new TestRoom().recovering().session)).toBe(true);
    expect(mayAskForCopy(new TestRoom().do({ type: 'doNotGive', reason: 'Fever', postponed: true }).session)).toBe(
      true,
    );
    const practice = new TestRoom(new FakeClock(), undefined, { practice: true });
    expect(mayAskForCopy(practice.recovering().session)).toBe(false);
  });
});
