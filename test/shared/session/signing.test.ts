import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { can } from '../../../shared/session/can.ts';
import type { SessionCommand } from '../../../shared/session/command.ts';
import { signGaps, signOpen } from '../../../shared/session/sign-missing.ts';
import { afterSigning } from '../../../shared/session/sign-state.ts';
import { steps } from '../../helpers/session-arbitrary.ts';
import { alvarez, parts, TestRoom } from '../../helpers/session-builder.ts';

const pin = '1234';
const goOn = { decision: 'goOn', words: null } as const;

function sign(change: Partial<Extract<SessionCommand, { type: 'signSession' }>> = {}): SessionCommand {
  return { type: 'signSession', staffId: 'lindqvist', pin, meaning: 'responsible', next: goOn, ...change };
}

const stop = { type: 'stopPump', reason: 'patientAsks', note: null, agoMs: 0 } as const;
const away = {
  type: 'finish',
  how: 'againstAdvice',
  escort: null,
  note: 'asked to',
  told: 'Dr. L.',
  agoMs: 0,
} as const;
const dose = { type: 'recordDose', mgGiven: 12, mgDiscarded: 0, witness: null, note: null } as const;

/** Recovery after an infusion that was stopped at once. */
const stoppedEarly = (): TestRoom => new TestRoom().started().do(stop);
/** Left against advice, with nothing entered of the dose; and with it. */
const leftEarly = (): TestRoom => stoppedEarly().do(away);
const over = (): TestRoom => leftEarly().do(dose);

/** A call that a doctor of the staff answered with an order. */
function orderedBy(room: TestRoom, staffId: string): string {
  const callId = room.id();
  room.do({ type: 'callDoctor', callId, agoMs: 0 });
  room.do({
    ...{ type: 'answerCall', callId, who: { staffId, name: 'Dr. Lindqvist' }, said: null, agoMs: 0 },
    order: { text: 'Labetalol 10 mg', readBack: true },
  });
  return callId;
}

describe('signing a session', () => {
  it('waits for the end, and for what is required', () => {
    expect(stoppedEarly().refusal(sign())).toBe('session.notNow');
    const room = leftEarly();
    expect(signGaps(room.session)).toEqual(['dose']);
    expect(room.refusal(sign())).toBe('sign.missing');
    room.do(dose);
    expect(signGaps(room.session)).toEqual([]);
    room.do(sign());
    expect(room.session.signature).toMatchObject({ staffId: 'lindqvist', meaning: 'responsible', next: goOn });
  });

  it('one that was not given needs nothing more', () => {
    const room = new TestRoom().do({ type: 'doNotGive', reason: 'fever', postponed: true });
    room.do(sign({ next: null }));
    expect(room.session.signature?.next).toBeNull();
  });

  it('entries of the locked screen are claimed first', () => {
    const room = stoppedEarly();
    room.author = { kind: 'unsigned' };
    room.do({ type: 'note', text: 'asks for water' });
    room.author = alvarez;
    room.do(dose);
    room.do(away);
    expect(signGaps(room.session)).toEqual(['entries']);
    room.do({ type: 'claim', seqs: [...room.session.unsigned] });
    room.do(sign());
  });

  it('a change or a hold needs words, and nobody signs for what they have not seen', () => {
    const room = over();
    expect(room.refusal(sign({ next: { decision: 'hold', words: null } }))).toBe('sign.nextWords');
    const seen = room.session.seq;
    room.do({ type: 'note', text: 'came late' });
    expect(room.refusal(sign(), seen)).toBe('session.stale');
  });

  it('an order of one’s own is signed first; that of somebody else is named as open', () => {
    const room = stoppedEarly();
    const callId = orderedBy(room, 'lindqvist');
    room.do(dose);
    room.do(away);
    expect(room.refusal(sign())).toBe('sign.ownOrder');
    room.do(sign({ staffId: 'okafor' }));
    expect(room.session.signature?.open).toContain('orders');
    // The doctor still signs their order once the session is closed.
    expect(room.refusal({ type: 'signCallOrder', callId, staffId: 'okafor', pin })).toBe('call.otherDoctor');
    room.do({ type: 'signCallOrder', callId, staffId: 'lindqvist', pin });
    expect(signOpen(room.session, room.protocol)).not.toContain('orders');
  });

  it('names a red reading without an action, until it was withdrawn', () => {
    const room = stoppedEarly();
    const readingId = room.id();
    const takenAt = room.clock.now().wallMs;
    const red = { type: 'takeReading', readingId, parts: parts({ spo2: 84 }), takenAt } as const;
    room.do({ ...red, confirmed: ['savedAlready', 'spo2Jump', 'spo2Low'] });
    expect(signOpen(room.session, room.protocol)).toContain('red');
    room.do({ type: 'withdrawReading', readingId, reason: 'cuff slipped' });
    expect(signOpen(room.session, room.protocol)).not.toContain('red');
  });

  it('is followed by addenda and by one more signature of each other person', () => {
    const room = over();
    const cosign = { type: 'cosignSession', staffId: 'okafor', pin, meaning: 'reviewed' } as const;
    const addendum = {
      type: 'addAddendum',
      addendumId: 'a',
      staffId: 'alvarez',
      pin,
      text: 'escort: brother',
    } as const;
    expect([room.refusal(cosign), room.refusal(addendum)]).toEqual(['session.notNow', 'session.notNow']);
    room.do(sign()).do(cosign).do(addendum);
    expect(room.refusal(sign())).toBe('session.notNow');
    expect(room.refusal(cosign)).toBe('sign.known');
    expect(room.refusal({ ...cosign, staffId: 'lindqvist' })).toBe('sign.known');
    expect(room.refusal(addendum)).toBe('sign.addendumKnown');
    expect(room.session.addenda.map(({ text }) => text)).toEqual(['escort: brother']);
  });

  it('closes it: whatever is pressed later, nothing that was signed changes', () => {
    fc.assert(
      fc.property(steps, (all) => {
        const room = over().do(sign());
        const { readings, marks, medications, dose, finished, started, stopped, pumpNotes, signature } = room.session;
        const signed = { readings, marks, medications, dose, finished, started, stopped, pumpNotes, signature };
        const before = room.events.length;
        for (const { apply } of all) apply(room);
        expect(room.session).toMatchObject(signed);
        const byPeople = room.events.slice(before).filter(({ author }) => author.kind !== 'app');
        const types = new Set(byPeople.map(({ body }) => body.type));
        for (const type of types)
          expect([
            ...['sessionCosigned', 'cosignAsked', 'addendumAdded', 'copyAsked', 'copyHanded'],
            ...['adverseOutcomeNoted', 'adverseEventTold'],
          ]).toContain(type);
        const table = Object.entries(can(room.session)).filter(([, may]) => may);
        for (const [type] of table) expect(afterSigning).toContain(type);
      }),
      { numRuns: 25 },
    );
  });
});
