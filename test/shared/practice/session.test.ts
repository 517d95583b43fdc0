import { describe, expect, it } from 'vitest';
import { callsSince } from '../../../shared/practice/calls.ts';
import { debriefOf } from '../../../shared/practice/debrief.ts';
import { planOf, practiceFacts } from '../../../shared/practice/facts.ts';
import { pumpAt } from '../../../shared/practice/pump.ts';
import { can } from '../../../shared/session/can.ts';
import { lifeMs } from '../../../shared/session/life.ts';
import { MINUTE } from '../../helpers/fake-clock.ts';
import { calm, TestRoom } from '../../helpers/session-builder.ts';

function roomOf(practice: ConstructorParameters<typeof TestRoom>[2]): TestRoom {
  return new TestRoom(undefined, undefined, practice);
}

/** A practice with a simulated patient, under way. */
function practising(scenario: string): TestRoom {
  const room = roomOf({ practice: true, simulation: { scenario, seed: 7 } });
  room.started();
  return room;
}

function pump(room: TestRoom): string {
  const plan = planOf(room.session);
  if (plan === null) throw new Error('No simulated patient');
  return pumpAt(plan, room.session, practiceFacts(room.session), lifeMs(room.session, room.clock.now()));
}

describe('a session with a simulated patient', () => {
  it('only a practice has one, and only there something is done at its side', () => {
    const real = roomOf({ practice: false, simulation: { scenario: 'sick', seed: 7 } });
    expect(planOf(real.session)).toBeNull();
    real.do({ type: 'beginPreChecks' });
    expect(can(real.session).practise).toBe(false);
    const practice = roomOf({ practice: true, simulation: { scenario: 'sick', seed: 7 } });
    practice.do({ type: 'beginPreChecks' });
    expect(can(practice.session).practise).toBe(true);
    const unknown = roomOf({ practice: true, simulation: { scenario: 'of a later version', seed: 7 } });
    expect(planOf(unknown.session)).toBeNull();
  });

  it('a pump that stopped by itself runs again once the line was seen to and the nurse says so', () => {
    const room = practising('pump');
    expect(pump(room)).toBe('running');
    room.run(20 * MINUTE);
    expect(pump(room)).toBe('blocked');
    room.do({ type: 'pausePump', reason: 'occlusion', pumpStands: true, note: null, agoMs: MINUTE });
    expect(pump(room)).toBe('blocked');
    room.run(MINUTE);
    room.do({ type: 'practise', act: 'line' });
    expect(pump(room)).toBe('free');
    room.do({ type: 'resumePump', agoMs: 0 });
    expect(pump(room)).toBe('running');
    room.do({ type: 'stopPump', reason: 'complete', note: null, agoMs: 0 });
    expect(pump(room)).toBe('stopped');
  });

  it('calls for the nurse once, when something comes up and when a reading is due', () => {
    const room = practising('sick');
    const calls: number[] = [];
    const { started } = room.session;
    for (let seconds = 0; seconds < 26 * 60; seconds += 15) {
      const from = lifeMs(room.session, room.clock.now());
      room.run(15_000);
      if (callsSince(room.session, room.protocol, from, room.clock.now()))
        calls.push(Math.round((from - (started?.lifeMs ?? 0)) / MINUTE));
    }
    const sickAt = Math.round((planOf(room.session)?.incidents[0]?.atMs ?? 0) / MINUTE);
    expect(calls).toEqual([5, 15, sickAt, sickAt + 5]);
  });

  it('calls for a reading that is proposed: before a long pause ends, and once more after a red one', () => {
    const room = practising('ordinary');
    const calls = (minutes: number): number => {
      let count = 0;
      for (let seconds = 0; seconds < minutes * 60; seconds += 15) {
        const from = lifeMs(room.session, room.clock.now());
        room.run(15_000);
        if (callsSince(room.session, room.protocol, from, room.clock.now())) count += 1;
      }
      return count;
    };
    room.run(18 * MINUTE);
    const read = (readingId: string, systolic: number, diastolic: number) => {
      const parts = { ...calm, systolic, diastolic };
      const takenAt = room.clock.now().wallMs;
      const confirmed = ['systolicJump', 'diastolicJump'];
      room.do({ type: 'takeReading', readingId, parts, takenAt, confirmed });
    };
    read('red', 186, 112);
    expect(calls(4)).toBe(0);
    expect(calls(2)).toBe(1);
    read('repeat', 130, 84);
    room.do({ type: 'pausePump', reason: 'bathroom', pumpStands: true, note: null, agoMs: 0 });
    expect([calls(4), calls(2)]).toEqual([0, 1]);
  });

  it('the debrief says what came up and when what was recorded, and nothing else', () => {
    const room = practising('sick');
    room.run(22 * MINUTE);
    room.do({ type: 'mark', markId: 'm1', kind: 'nausea', note: null, agoMs: 0 });
    room.run(8 * MINUTE);
    room.do({ type: 'mark', markId: 'm2', kind: 'vomiting', note: null, agoMs: 0 });
    room.do({ type: 'stopPump', reason: 'vomiting', note: null, agoMs: 0 });
    room.do({
      type: 'finish',
      how: 'againstAdvice',
      escort: null,
      note: 'wants to go',
      told: 'Dr. Lindqvist',
      agoMs: 0,
    });
    const lines = debriefOf(room.session, room.protocol);
    expect(lines.map(({ came, did }) => [came, did.map(({ what }) => what)])).toEqual([
      ['reading', []],
      ['reading', []],
      ['sick', ['nausea']],
      ['vomits', ['vomiting']],
      ['reading', []],
      ['reading', []],
    ]);
    const sick = lines.find(({ came }) => came === 'sick');
    expect((sick?.did[0]?.atMs ?? 0) - (sick?.atMs ?? 0)).toBeLessThan(4 * MINUTE);
  });
});
