import { describe, expect, it } from 'vitest';
import { levelNow } from '../../../shared/lights/shown.ts';
import { elapsed, emergencyElapsed } from '../../../shared/session/timeline.ts';
import { MINUTE } from '../../helpers/fake-clock.ts';
import { TestRoom } from '../../helpers/session-builder.ts';

describe('an emergency', () => {
  it('stops neither clock nor record, holds cues, and lights come down when it ends', () => {
    const room = new TestRoom()
      .started()
      .run(7 * MINUTE)
      .do({ type: 'beginEmergency' });
    expect(levelNow(room.session, room.clock.now())).toBe(1);
    expect(room.session.music).toMatchObject({ silent: true, fadeMs: 2000 });
    const fired = room.fired().length;
    room.run(12 * MINUTE).do({ type: 'emergencyStep', step: 'oxygen', note: null });
    expect(elapsed(room.session, room.clock.now())).toBe(19 * MINUTE);
    expect(emergencyElapsed(room.session, room.clock.now())).toBe(12 * MINUTE);
    expect(room.fired()).toHaveLength(fired);
    room.do({ type: 'endEmergency' });
    expect(room.bodies('lightsSet').at(-1)).toMatchObject({ why: 'afterEmergency', fadeMs: MINUTE });
    room.tick();
    expect(room.fired().slice(fired)).toEqual(['music-peak', 'lights-peak']);
    expect(room.passed()).toEqual(['music-build']);
    expect(room.session.music).toMatchObject({ silent: true, phase: 'peak' });
    room.do({ type: 'restoreSound' });
    expect(room.session.music.silent).toBe(false);
  });

  it('lets the pump be stopped, and the patient leave for the hospital', () => {
    const room = new TestRoom()
      .started()
      .run(10 * MINUTE)
      .do({ type: 'beginEmergency' })
      .run(MINUTE);
    room.do({ type: 'stopPump', reason: 'emergency', note: null, agoMs: MINUTE });
    expect(room.session.stopped).toMatchObject({ early: true, sessionMs: 10 * MINUTE });
    expect(room.refusal({ type: 'finish', how: 'fit', escort: 'sister', note: null, agoMs: 0 })).toBe('finish.blocked');
    room
      .run(10 * MINUTE)
      .do({ type: 'finish', how: 'hospital', escort: null, note: 'asked for', told: 'Dr. Lindqvist', agoMs: 0 });
    expect(room.session).toMatchObject({ phase: 'finished', emergency: null, emergencies: 1 });
    expect(room.passed()).toContain('lights-recovery');
  });

  it('can be called from pre-checks, and holds the start', () => {
    const room = new TestRoom().prepared().do({ type: 'beginEmergency' });
    expect(room.refusal({ type: 'start', agoMs: 0 })).toBe('start.emergency');
    room.do({ type: 'endEmergency' }).do({ type: 'start', agoMs: 0 });
    expect(room.session.phase).toBe('infusing');
  });
});

describe('rest', () => {
  it('holds lights and prompts, not readings', () => {
    const room = new TestRoom().started().run(50 * MINUTE);
    room
      .do({ type: 'stopPump', reason: 'complete', note: null, agoMs: 0 })
      .do({ type: 'beginRest' })
      .run(20 * MINUTE);
    expect(room.fired()).not.toContain('lights-recovery');
    room.do({ type: 'endRest' }).tick();
    expect(room.fired().at(-1)).toBe('lights-recovery');
  });
});

describe('two presses at once', () => {
  it('of which the second would turn the first around: it is refused as stale', () => {
    const room = new TestRoom().started().run(MINUTE);
    const seen = room.session.seq;
    expect(room.ask({ type: 'pausePump', reason: 'air', pumpStands: true, note: null, agoMs: 0 }, seen).ok).toBe(true);
    expect(room.refusal({ type: 'resumePump', agoMs: 0 }, seen)).toBe('session.stale');
    expect(room.refusal({ type: 'stopPump', reason: 'complete', note: null, agoMs: 0 }, seen)).toBe('session.stale');
    expect(room.session.pump).toBe('paused');
  });

  it('of starts and emergencies: once each', () => {
    const room = new TestRoom().prepared();
    const seen = room.session.seq;
    expect(room.ask({ type: 'start', agoMs: 0 }, seen).ok).toBe(true);
    expect(room.refusal({ type: 'start', agoMs: 0 }, seen)).toBe('session.stale');
    expect(room.ask({ type: 'beginEmergency' }, seen).ok).toBe(true);
    expect(room.refusal({ type: 'endEmergency' }, seen)).toBe('session.stale');
    expect(room.refusal({ type: 'beginEmergency' }, seen)).toBe('session.notNow');
  });

  it('of entries: both stand', () => {
    const room = new TestRoom().started().run(MINUTE);
    const seen = room.session.seq;
    room.ask({ type: 'mark', markId: 'm1', kind: 'nausea', note: null, agoMs: 0 }, seen);
    room.ask({ type: 'mark', markId: 'm2', kind: 'nausea', note: null, agoMs: 0 }, seen);
    expect(room.session.marks.map((mark) => mark.markId)).toEqual(['m1', 'm2']);
  });

  it('"pump done" as zero passes is not stale', () => {
    const room = new TestRoom().started().run(49 * MINUTE + 59_000);
    const seen = room.session.seq;
    room.run(1000);
    expect(room.session.phase).toBe('overtime');
    expect(room.ask({ type: 'stopPump', reason: 'complete', note: null, agoMs: 0 }, seen).ok).toBe(true);
  });
});
