import { describe, expect, it } from 'vitest';
import { noComfort, openChoice } from '../../../shared/intake/choice.ts';
import { hasTask, withoutLight, withRoomAt, withTask, withZoneAt } from '../../../shared/lights/hand.ts';
import { roomScene, type Scene } from '../../../shared/lights/scene.ts';
import { can } from '../../../shared/session/can.ts';
import { lastScene } from '../../../shared/session/light-state.ts';
import { MINUTE } from '../../helpers/fake-clock.ts';
import { TestRoom } from '../../helpers/session-builder.ts';

const level = (scene: Scene | undefined): number | undefined => scene?.zones.find(({ zone }) => zone === 'room')?.level;
const now = (room: TestRoom): number | undefined => level(lastScene(room.session));

describe('a held light', () => {
  it('waits through the return, zero and the pump’s stop, and then goes to the recovery light alone', () => {
    const room = new TestRoom()
      .started()
      .run(20 * MINUTE)
      .do({ type: 'holdLights' })
      .run(30 * MINUTE);
    expect(room.session.phase).toBe('overtime');
    expect(now(room)).toBe(0.05);
    room.do({ type: 'stopPump', reason: 'complete', note: null, agoMs: 0 }).run(10 * MINUTE);
    expect(now(room)).toBe(0.05);
    expect(room.session.cues['lights-return']).toBeUndefined();
    room.do({ type: 'releaseLights' });
    expect(now(room)).toBe(0.4);
    expect(room.session.cues).toMatchObject({ 'lights-return': 'passed', 'lights-recovery': 'fired' });
    expect(room.session.lights?.fadeMs).toBe(2 * MINUTE);
  });

  it('that was due before the pump’s stop comes after it, where recovery has no light of its own yet', () => {
    const plain = new TestRoom();
    const protocol = { ...plain.protocol, cues: plain.protocol.cues.filter(({ id }) => id !== 'lights-recovery') };
    const room = new TestRoom(plain.clock, protocol)
      .started()
      .do({ type: 'holdLights' })
      .run(46 * MINUTE);
    room.do({ type: 'stopPump', reason: 'complete', note: null, agoMs: 0 }).run(MINUTE);
    expect(now(room)).toBe(0.1);
    room.do({ type: 'releaseLights' }).tick();
    expect(now(room)).toBe(0.25);
  });

  it('comes gently, also where its cue would have been quick', () => {
    const plain = new TestRoom();
    const cues = plain.protocol.cues.map((cue) =>
      cue.action.kind === 'scene' ? { ...cue, action: { ...cue.action, fadeMs: 2_000 } } : cue,
    );
    const room = new TestRoom(plain.clock, { ...plain.protocol, cues }).started().do({ type: 'holdLights' });
    room.run(46 * MINUTE).do({ type: 'releaseLights' });
    expect(room.session.lights).toMatchObject({ scene: roomScene(0.25, 2200), fadeMs: MINUTE });
  });

  it('lets music and prompts go on', () => {
    const room = new TestRoom()
      .started()
      .do({ type: 'holdLights' })
      .run(20 * MINUTE);
    expect(room.fired()).toContain('music-peak');
    expect(room.fired()).not.toContain('lights-peak');
    expect(room.session.marks).toEqual([]);
  });

  it('goes on where the patient leaves, so that nobody walks in the dark', () => {
    const room = new TestRoom()
      .started()
      .do({ type: 'holdLights' })
      .run(50 * MINUTE);
    room.do({ type: 'stopPump', reason: 'complete', note: null, agoMs: 0 }).run(5 * MINUTE);
    expect(now(room)).toBe(0.1);
    room.do({ type: 'finish', how: 'againstAdvice', escort: null, note: 'asked for', told: 'Dr. Lindqvist', agoMs: 0 });
    expect(now(room)).toBe(0.4);
    expect(room.session.lighting.held).toBeNull();
  });

  it('is for cues: before the start there are none to hold', () => {
    const room = new TestRoom().prepared();
    expect(room.refusal({ type: 'holdLights' })).toBe('session.notNow');
    room.do({ type: 'start', agoMs: 0 }).tick().do({ type: 'holdLights' });
    expect(room.refusal({ type: 'holdLights' })).toBe('session.notNow');
    room.do({ type: 'takeBackStart', reason: 'mistake' });
    expect(room.session.lighting.held).toBeNull();
  });
});

describe('comfort', () => {
  const asked = (darkest: number | null) =>
    ({
      type: 'keepIntake',
      by: 'staff',
      choice: { ...openChoice('en'), comfort: { ...noComfort, darkest } },
      music: null,
    }) as const;

  it('is light at the chosen level in 20 s, softer, the next track, and a mark; one press leads back', () => {
    const room = new TestRoom()
      .started()
      .do(asked(0.15))
      .run(20 * MINUTE);
    expect(now(room)).toBe(0.15);
    room
      .do({ type: 'setLights', scene: roomScene(0.15, null), fadeMs: 0 })
      .do(asked(0.3))
      .run(MINUTE);
    room.do({ type: 'setLights', scene: roomScene(0.3, 2200), fadeMs: 0 });
    const { nextAsked } = room.session.music;
    room.do({ type: 'comfort', markId: 'm1' });
    expect(room.session.lights).toMatchObject({ scene: roomScene(0.3, 2200), fadeMs: 20_000 });
    expect(room.session.music).toMatchObject({ softened: true, nextAsked: nextAsked + 1 });
    expect(room.session.marks).toMatchObject([{ markId: 'm1', kind: 'comfort' }]);
    room.do({ type: 'comfortBack' });
    expect(room.session.lights?.scene).toEqual(roomScene(0.3, 2200));
    expect(room.session.music.softened).toBe(false);
    expect(room.session.marks[0]?.takenBack).toBe(false);
  });

  it('is a soft light for who chose none, nowhere darker than it was', () => {
    const room = new TestRoom()
      .started()
      .run(2 * MINUTE)
      .do({ type: 'comfort', markId: 'm1' });
    expect(now(room)).toBe(0.25);
    room.do({ type: 'comfortBack' }).do({ type: 'setLights', scene: roomScene(0.6, null), fadeMs: 0 });
    room.run(1000).do({ type: 'comfort', markId: 'm2' });
    expect(now(room)).toBe(0.6);
  });

  it('keeps the light while cues come due, and back leads to where the sheet is by then', () => {
    const room = new TestRoom()
      .started()
      .run(10 * MINUTE)
      .do({ type: 'comfort', markId: 'm1' })
      .run(10 * MINUTE);
    expect(now(room)).toBe(0.25);
    expect(room.fired()).not.toContain('lights-peak');
    room.do({ type: 'comfortBack' });
    expect(now(room)).toBe(0.05);
    expect(room.session.lights?.fadeMs).toBe(2 * MINUTE);
  });

  it('leads back to no less light than the patient accepts by then', () => {
    const room = new TestRoom()
      .started()
      .run(2 * MINUTE)
      .do({ type: 'comfort', markId: 'm1' })
      .do(asked(0.2));
    room.do({ type: 'comfortBack' });
    expect(now(room)).toBe(0.2);
  });

  it('leaves softer as it was where it was softer before, and waits for the end of an emergency', () => {
    const room = new TestRoom().started().do({ type: 'soften' }).do({ type: 'comfort', markId: 'm1' });
    room.do({ type: 'beginEmergency' });
    expect(can(room.session)).toMatchObject({ comfort: false, comfortBack: false });
    room.do({ type: 'endEmergency' }).do({ type: 'comfortBack' });
    expect(room.session.music.softened).toBe(true);
    expect(now(room)).toBe(0.1);
  });

  it('is known by its mark: a repeat is refused', () => {
    const room = new TestRoom().started().do({ type: 'comfort', markId: 'm1' }).do({ type: 'comfortBack' });
    expect(room.refusal({ type: 'comfort', markId: 'm1' })).toBe('mark.known');
  });
});

describe('back to the sheet', () => {
  it('leads from the hand to where the last cue left the light, and is there only then', () => {
    const room = new TestRoom().started().run(MINUTE);
    expect(can(room.session).backToSheet).toBe(false);
    room.do({ type: 'setLights', scene: roomScene(0.7, null), fadeMs: 2_000 });
    expect(can(room.session).backToSheet).toBe(true);
    room.do({ type: 'backToSheet' });
    expect(room.session.lights).toMatchObject({ scene: roomScene(0.1, 2200), fadeMs: 20_000 });
    expect(can(room.session).backToSheet).toBe(false);
    room.do({ type: 'lightsFull' });
    expect(room.session.lights).toMatchObject({ scene: roomScene(1, null), fadeMs: 0 });
    room.do({ type: 'backToSheet' });
    expect(now(room)).toBe(0.1);
  });
});

describe('how dark it will get', () => {
  const room = () =>
    new TestRoom().do({ type: 'beginPreChecks' }).do({ type: 'setLights', scene: roomScene(0.8, null), fadeMs: 0 });

  it('is the darkest of the sheet, for 20 s, and back by itself', () => {
    const shown = room().do({ type: 'showDarkest' });
    expect(shown.session.lights).toMatchObject({ scene: roomScene(0.05, 2200), fadeMs: 10_000 });
    shown.run(29_000);
    expect(now(shown)).toBe(0.05);
    shown.run(2_000);
    expect(shown.session.lights).toMatchObject({ scene: roomScene(0.8, null), fadeMs: 10_000 });
    expect(shown.events.map(({ body }) => body.type).slice(-4)).toEqual([
      'darkestShown',
      'lightsSet',
      'darkestOver',
      'lightsSet',
    ]);
  });

  it('is what the patient accepts where the sheet is darker', () => {
    const choice = { ...openChoice('en'), comfort: { ...noComfort, darkest: 0.2 } };
    const shown = room().do({ type: 'keepIntake', by: 'staff', choice, music: null }).do({ type: 'showDarkest' });
    expect(now(shown)).toBe(0.2);
  });

  it('ends by one press, by the start, by an emergency and by "not given"', () => {
    expect(now(room().do({ type: 'showDarkest' }).do({ type: 'endDarkest' }))).toBe(0.8);
    const called = room().do({ type: 'showDarkest' });
    called.do({ type: 'beginEmergency' }).run(60_000).do({ type: 'endEmergency' });
    expect(now(called)).toBe(0.8);
    const off = room().do({ type: 'showDarkest' });
    off.do({ type: 'doNotGive', reason: 'called off', postponed: true });
    expect(now(off)).toBe(0.8);
    const begun = new TestRoom().prepared().do({ type: 'showDarkest' }).do({ type: 'start', agoMs: 0 }).tick();
    expect(begun.session.lighting.darkest).toBeNull();
    expect(now(begun)).toBe(0.1);
    expect(begun.refusal({ type: 'showDarkest' })).toBe('session.notNow');
  });
});

describe('by hand', () => {
  const lit: Scene = {
    zones: [
      { zone: 'room', level: 0.5, kelvin: 2700 },
      { zone: 'patient', level: 0.2, kelvin: 2200 },
      { zone: 'task', level: 0.3, kelvin: null },
    ],
  };

  it('the light of the room leaves that of the nurse alone', () => {
    expect(withRoomAt(lit, 0.1).zones).toEqual([
      { zone: 'room', level: 0.1, kelvin: 2700 },
      { zone: 'task', level: 0.3, kelvin: null },
    ]);
  });

  it('one zone leaves all others alone, also one that followed the room so far', () => {
    expect(withZoneAt(lit, 'floor', 0.05).zones.at(-1)).toEqual({ zone: 'floor', level: 0.05, kelvin: 2700 });
    expect(withZoneAt(lit, 'patient', 0.4).zones[1]).toEqual({ zone: 'patient', level: 0.4, kelvin: 2200 });
    expect(withZoneAt(lit, 'patient', 0.4).zones).toHaveLength(3);
  });

  it('the nurse’s light outlasts the cues that say nothing of it, until it goes back to the sheet', () => {
    const room = new TestRoom().started().run(2 * MINUTE);
    room.do({ type: 'setLights', scene: withZoneAt(lastScene(room.session), 'task', 0.3), fadeMs: 0 });
    room.run(17 * MINUTE);
    expect(lastScene(room.session).zones).toEqual([
      { zone: 'room', level: 0.05, kelvin: 2200 },
      { zone: 'task', level: 0.3, kelvin: 2200 },
    ]);
    expect(can(room.session).backToSheet).toBe(false);
    room
      .do({ type: 'setLights', scene: roomScene(0.2, null), fadeMs: 0 })
      .run(MINUTE)
      .do({ type: 'backToSheet' });
    room.run(28 * MINUTE);
    expect(now(room)).toBe(0.25);
    expect(lastScene(room.session).zones.some(({ zone }) => zone === 'task')).toBe(false);
  });

  it('the nurse’s light is turned on above the room’s, and goes with the room again', () => {
    const on = withTask(roomScene(0.1, null), true);
    expect([hasTask(on), on.zones.at(-1)?.level]).toEqual([true, 0.3]);
    expect(withTask(roomScene(0.8, null), true).zones.at(-1)?.level).toBe(0.8);
    expect(hasTask(withTask(on, false))).toBe(false);
    expect(withTask(on, false)).toEqual(roomScene(0.1, null));
  });

  it('off keeps the nurse’s light, also one that followed the room', () => {
    expect(withoutLight(lit, [])).toEqual({
      zones: [
        { zone: 'room', level: 0, kelvin: 2700 },
        { zone: 'task', level: 0.3, kelvin: null },
      ],
    });
    expect(withoutLight(roomScene(0.4, null), ['patient', 'task']).zones).toEqual([
      { zone: 'room', level: 0, kelvin: null },
      { zone: 'task', level: 0.4, kelvin: null },
    ]);
    expect(withoutLight(roomScene(0.4, null), ['patient'])).toEqual(roomScene(0, null));
  });
});
