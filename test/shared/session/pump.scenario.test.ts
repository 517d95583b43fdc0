import { describe, expect, it } from 'vitest';
import { elapsed, pauseElapsed, remaining, sessionAt, dueReadings } from '../../../shared/session/timeline.ts';
import { MINUTE } from '../../helpers/fake-clock.ts';
import { TestRoom, parts } from '../../helpers/session-builder.ts';

const pause = { type: 'pausePump', reason: 'occlusion', pumpStands: true, note: null, agoMs: 0 } as const;
const stop = { type: 'stopPump', reason: 'complete', note: null, agoMs: 0 } as const;

describe('a pause', () => {
  it('across a cue: session time stands, the cue waits, readings do not', () => {
    const room = new TestRoom()
      .started()
      .run(7 * MINUTE)
      .do(pause)
      .run(10 * MINUTE);
    expect(elapsed(room.session, room.clock.now())).toBe(7 * MINUTE);
    expect(pauseElapsed(room.session, room.clock.now())).toBe(10 * MINUTE);
    expect(room.fired()).not.toContain('music-build');
    const due = dueReadings(room.session, room.protocol, room.clock.now());
    expect(due.find((item) => item.id === 'start-15')).toMatchObject({ state: 'due', dueInMs: -2 * MINUTE });
    room.do({ type: 'resumePump', agoMs: 0 }).run(MINUTE);
    expect(room.fired().at(-1)).toBe('music-build');
    room.run(42 * MINUTE);
    expect(room.session.phase).toBe('overtime');
    expect(room.session.zeroAt).toBe((room.session.started?.at ?? 0) + 60 * MINUTE);
  });

  it('reported minutes later counts from when the pump stood, and the resume likewise', () => {
    const room = new TestRoom()
      .started()
      .run(20 * MINUTE)
      .do({ ...pause, agoMs: 2 * MINUTE });
    expect(elapsed(room.session, room.clock.now())).toBe(18 * MINUTE);
    room.run(5 * MINUTE).do({ type: 'resumePump', agoMs: MINUTE });
    expect(elapsed(room.session, room.clock.now())).toBe(19 * MINUTE);
    expect(room.session.pausedMs).toBe(6 * MINUTE);
  });

  it('cannot be reported before the last turn', () => {
    const room = new TestRoom().started().run(MINUTE);
    expect(room.refusal({ ...pause, agoMs: 2 * MINUTE })).toBe('time.beforeLast');
    room.do(pause).run(MINUTE);
    expect(room.refusal({ type: 'resumePump', agoMs: 5 * MINUTE })).toBe('time.beforeLast');
    expect(room.refusal({ ...stop, agoMs: 5 * MINUTE })).toBe('time.beforeLast');
  });

  it('reported over zero takes the infusion back out of overtime', () => {
    const room = new TestRoom()
      .started()
      .run(51 * MINUTE)
      .do({ ...pause, agoMs: 2 * MINUTE });
    expect(room.session).toMatchObject({ phase: 'infusing', zeroAt: null, pump: 'paused' });
    expect(remaining(room.session, room.clock.now())).toBe(MINUTE);
  });

  it('without the pump standing is trouble: the countdown runs on', () => {
    const room = new TestRoom()
      .started()
      .run(5 * MINUTE)
      .do({ ...pause, pumpStands: false })
      .run(MINUTE);
    expect(elapsed(room.session, room.clock.now())).toBe(6 * MINUTE);
    expect(room.session.trouble?.reason).toBe('occlusion');
    room.do(pause).run(MINUTE);
    expect(room.session).toMatchObject({ trouble: null, pump: 'paused' });
    expect(elapsed(room.session, room.clock.now())).toBe(6 * MINUTE);
    room.do({ type: 'resumePump', agoMs: 0 });
    expect(room.session.pauses).toHaveLength(2);
    expect(room.session.pausedMs).toBe(MINUTE);
  });

  it('ends with the stop', () => {
    const room = new TestRoom()
      .started()
      .run(30 * MINUTE)
      .do(pause)
      .run(4 * MINUTE)
      .do({ ...stop, reason: 'line' });
    expect(room.session.stopped).toMatchObject({ sessionMs: 30 * MINUTE, early: true });
    expect(room.session.pause).toBeNull();
  });
});

describe('the planned length', () => {
  it('shortened past cues sends the last of each once', () => {
    const room = new TestRoom().started().run(10 * MINUTE);
    room.do({ type: 'changeLength', plannedMs: 20 * MINUTE, reason: 'shorter today' }).tick();
    expect(room.fired().at(-1)).toBe('music-return');
    room.run(10 * MINUTE);
    expect(room.fired().slice(-3)).toEqual(['music-return', 'lights-return', 'music-recovery']);
    expect(room.passed().toSorted()).toEqual(['lights-peak', 'music-peak']);
    expect(room.session.phase).toBe('overtime');
  });

  it('extended moves unsent zero cues and never sends a sent one again', () => {
    const room = new TestRoom().started().run(39 * MINUTE);
    expect(room.fired().at(-1)).toBe('music-return');
    room.do({ type: 'changeLength', plannedMs: 70 * MINUTE, reason: null }).run(20 * MINUTE);
    expect(room.fired()).not.toContain('lights-return');
    room.run(6 * MINUTE);
    expect(room.fired().at(-1)).toBe('lights-return');
    expect(room.fired().filter((id) => id === 'music-return')).toHaveLength(1);
  });

  it('stays between 20 and 120 minutes and not behind now', () => {
    const room = new TestRoom().started().run(30 * MINUTE);
    const length = (minutes: number) => ({ type: 'changeLength', plannedMs: minutes * MINUTE, reason: null }) as const;
    expect(room.refusal(length(19))).toBe('length.range');
    expect(room.refusal(length(121))).toBe('length.range');
    expect(room.refusal(length(29))).toBe('length.beforeNow');
    expect(room.refusal(length(50))).toBe('length.same');
  });
});

describe('a start pressed by mistake', () => {
  it('is taken back within 5 minutes, and the next start fires its cues again', () => {
    const room = new TestRoom().started().run(4 * MINUTE);
    room.takeReading();
    room.do({ type: 'takeBackStart', reason: 'line not connected' }).run(MINUTE);
    expect(room.session).toMatchObject({ phase: 'preChecks', started: null, pump: 'idle', cues: {} });
    expect(room.session.music.phase).toBe('arrive');
    expect(room.session.lights?.scene.zones[0]?.level).toBe(1);
    expect(sessionAt(room.session, 1e9)).toBeNull();
    room.do({ type: 'start', agoMs: 0 }).tick();
    expect(room.fired().filter((id) => id === 'lights-start')).toHaveLength(2);
    expect(elapsed(room.session, room.clock.now())).toBe(0);
    room.run(5 * MINUTE);
    expect(dueReadings(room.session, room.protocol, room.clock.now())[0]).toMatchObject({
      id: 'start-5',
      state: 'due',
    });
  });

  it('stands after 5 minutes, counted from the press', () => {
    const late = new TestRoom().prepared().run(10 * MINUTE);
    late.do({ type: 'start', agoMs: 5 * MINUTE }).run(4 * MINUTE);
    expect(late.ask({ type: 'takeBackStart', reason: 'mistake' }).ok).toBe(true);
    const room = new TestRoom().started().run(5 * MINUTE + 1000);
    expect(room.refusal({ type: 'takeBackStart', reason: 'mistake' })).toBe('start.takeBackTooLate');
  });
});

describe('amended times', () => {
  it('derive elapsed time, readings and the early end again', () => {
    const room = new TestRoom().started().run(10 * MINUTE);
    const id = room.takeReading(parts({ systolic: 124, diastolic: 78 }));
    const startedAt = room.session.started?.at ?? 0;
    room.do({ type: 'amendTime', what: 'started', at: startedAt - 2 * MINUTE, reason: 'pump log' });
    expect(elapsed(room.session, room.clock.now())).toBe(12 * MINUTE);
    expect(room.session.readings.find((reading) => reading.readingId === id)?.sessionMs).toBe(12 * MINUTE);
    room.run(37 * MINUTE).do({ ...stop, reason: 'patientAsks' });
    expect(room.session.stopped?.early).toBe(true);
    room.do({ type: 'amendTime', what: 'started', at: startedAt - 3 * MINUTE, reason: 'pump log again' });
    expect(room.session.stopped).toMatchObject({ early: false, sessionMs: 50 * MINUTE });
  });

  it('keep the order of what happened', () => {
    const room = new TestRoom()
      .started()
      .run(10 * MINUTE)
      .do(pause)
      .run(MINUTE)
      .do({ type: 'resumePump', agoMs: 0 })
      .run(MINUTE)
      .do(stop);
    const startedAt = room.session.started?.at ?? 0;
    const amend = (what: 'started' | 'pumpStopped', minutes: number) =>
      ({ type: 'amendTime', what, at: startedAt + minutes * MINUTE, reason: 'check' }) as const;
    expect(room.refusal(amend('started', 10.5))).toBe('time.order');
    expect(room.refusal(amend('pumpStopped', 10.5))).toBe('time.order');
    expect(room.refusal(amend('pumpStopped', 30))).toBe('time.future');
    expect(room.ask(amend('pumpStopped', 11.5)).ok).toBe(true);
    expect(room.session.stopped?.sessionMs).toBe(10.5 * MINUTE);
  });

  it('let a pause that lasted until the stop last until the amended one', () => {
    const room = new TestRoom()
      .started()
      .run(10 * MINUTE)
      .do(pause)
      .run(5 * MINUTE)
      .do(stop)
      .run(5 * MINUTE);
    const stoppedAt = room.session.stopped?.at ?? 0;
    room.do({ type: 'amendTime', what: 'pumpStopped', at: stoppedAt + 2 * MINUTE, reason: 'pump log' });
    expect(room.session.stopped?.sessionMs).toBe(10 * MINUTE);
    room.do({ type: 'amendTime', what: 'pumpStopped', at: stoppedAt - 3 * MINUTE, reason: 'pump log' });
    expect(room.session.stopped?.sessionMs).toBe(10 * MINUTE);
    expect(room.session.pausedMs).toBe(2 * MINUTE);
  });
});
