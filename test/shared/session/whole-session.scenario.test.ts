import { describe, expect, it } from 'vitest';
import { remaining, elapsed, overtime, recoveryElapsed } from '../../../shared/session/timeline.ts';
import { replay } from '../../../shared/session/evolve.ts';
import { MINUTE } from '../../helpers/fake-clock.ts';
import { TestRoom } from '../../helpers/session-builder.ts';

describe('a whole session', () => {
  const room = new TestRoom().finished();

  it('fires every cue once, in the order of the hour', () => {
    expect(room.fired()).toEqual([
      'lights-start',
      'mask-down',
      'music-onset',
      'music-build',
      'music-peak',
      'lights-peak',
      'music-return',
      'lights-return',
      'music-recovery',
      'lights-recovery',
    ]);
    expect(Object.values(room.session.cues)).toEqual(Array.from({ length: 10 }, () => 'sent'));
  });

  it('reaches zero at 50:00 and ends normally', () => {
    const [zero] = room.events.filter((event) => event.body.type === 'zeroReached');
    expect(zero?.sessionMs).toBe(50 * MINUTE);
    expect(room.session.stopped).toMatchObject({ early: false, reason: 'complete', sessionMs: 50 * MINUTE });
    expect(room.session.phase).toBe('finished');
    expect(room.session.gap).toBeNull();
  });

  it('is the same session when replayed', () => {
    expect(replay(room.events)).toEqual(room.session);
  });

  it('stands still after the end', () => {
    const later = {
      ...room.clock.now(),
      wallMs: room.clock.now().wallMs + MINUTE,
      monotonicMs: room.clock.now().monotonicMs + MINUTE,
    };
    expect(elapsed(room.session, later)).toBe(50 * MINUTE);
    expect(recoveryElapsed(room.session, later)).toBe(60 * MINUTE);
  });
});

describe('overtime', () => {
  it('runs until the stop is confirmed, with the music of recovery', () => {
    const room = new TestRoom().started().run(52 * MINUTE);
    expect(room.session.phase).toBe('overtime');
    expect(remaining(room.session, room.clock.now())).toBe(0);
    expect(overtime(room.session, room.clock.now())).toBe(2 * MINUTE);
    expect(room.session.music.phase).toBe('recovery');
    expect(room.session.lights?.scene.zones[0]?.level).toBe(0.25);
    room.do({ type: 'stopPump', reason: 'complete', note: null, agoMs: 2 * MINUTE }).tick();
    expect(room.session.stopped?.sessionMs).toBe(50 * MINUTE);
    expect(recoveryElapsed(room.session, room.clock.now())).toBe(2 * MINUTE);
    expect(room.session.lights?.scene.zones[0]?.level).toBe(0.4);
  });

  it('goes back to a countdown when the infusion is extended', () => {
    const room = new TestRoom().started().run(51 * MINUTE);
    room.do({ type: 'changeLength', plannedMs: 60 * MINUTE, reason: null });
    expect(room.session).toMatchObject({ phase: 'infusing', zeroAt: null });
    expect(remaining(room.session, room.clock.now())).toBe(9 * MINUTE);
    room.run(9 * MINUTE);
    expect(room.bodies('zeroReached')).toHaveLength(2);
    expect(room.fired().filter((id) => id === 'music-recovery')).toHaveLength(1);
  });

  it('takes "pump done" shortly before zero as a normal end', () => {
    const room = new TestRoom().started().run(48 * MINUTE);
    room.do({ type: 'stopPump', reason: 'complete', note: null, agoMs: 0 }).tick();
    expect(room.session.stopped).toMatchObject({ early: false, sessionMs: 48 * MINUTE });
    expect(room.passed()).toEqual(['music-recovery']);
    expect(room.session.music.phase).toBe('recovery');
  });

  it('marks any other stop before zero as early', () => {
    const room = new TestRoom().started().run(20 * MINUTE);
    room.do({ type: 'stopPump', reason: 'distress', note: 'wants to stop', agoMs: MINUTE }).tick();
    expect(room.session.stopped).toMatchObject({ early: true, sessionMs: 19 * MINUTE });
    expect(room.passed()).toEqual(['music-return', 'lights-return', 'music-recovery']);
  });
});
