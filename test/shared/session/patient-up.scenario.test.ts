import { describe, expect, it } from 'vitest';
import { roomScene, type Scene } from '../../../shared/lights/scene.ts';
import { heardLevel } from '../../../shared/music/gain.ts';
import { asksForPump, openAway } from '../../../shared/session/away-state.ts';
import { can } from '../../../shared/session/can.ts';
import { lastScene } from '../../../shared/session/light-state.ts';
import { MINUTE } from '../../helpers/fake-clock.ts';
import { TestRoom } from '../../helpers/session-builder.ts';

const level = (scene: Scene, zone: string): number | undefined =>
  scene.zones.find((entry) => entry.zone === zone)?.level;
const up = (room: TestRoom): TestRoom => room.do({ type: 'patientUp', upId: room.id() });

describe('a patient who gets up', () => {
  it('has light at the floor and music far off, slowly, and both come back over a minute', () => {
    const room = new TestRoom().started().run(2 * MINUTE);
    const loud = heardLevel(room.session.music);
    up(room);
    const lit = lastScene(room.session);
    expect([level(lit, 'floor'), level(lit, 'task'), level(lit, 'room')]).toEqual([0.4, 0.4, 0.15]);
    expect(room.session.lights?.fadeMs).toBe(15_000);
    expect(heardLevel(room.session.music)).toBeCloseTo(loud / 10);
    expect(room.session.music.fadeMs).toBe(10_000);
    room.run(4 * MINUTE).do({ type: 'patientBack' });
    expect(room.session.lights).toMatchObject({ scene: roomScene(0.1, 2200), fadeMs: MINUTE });
    expect(heardLevel(room.session.music)).toBe(loud);
    expect(room.session.music.fadeMs).toBe(MINUTE);
    const [away] = room.session.aways;
    expect((away?.back?.at ?? 0) - (away?.at ?? 0)).toBe(4 * MINUTE);
    expect(openAway(room.session)).toBeNull();
  });

  it('is asked about the pump once: it runs, or it is paused and the countdown stands', () => {
    const room = up(new TestRoom().started().run(MINUTE));
    expect(asksForPump(room.session)).toBe(true);
    room.do({ type: 'pumpRunsWhileUp' }).do({ type: 'patientWalks', walker: 'companion' });
    expect(asksForPump(room.session)).toBe(false);
    expect(room.session.aways[0]).toMatchObject({ pumpRuns: true, walker: 'companion' });
    up(room.do({ type: 'patientBack' }));
    room.do({ type: 'pausePump', reason: 'patientUp', pumpStands: true, note: null, agoMs: 0 });
    expect(asksForPump(room.session)).toBe(false);
    expect(can(room.session).pumpRunsWhileUp).toBe(false);
  });

  it('meets no cue on the way; back leads to where the sheet is by then, and a held light stays held', () => {
    const room = up(new TestRoom().started().run(17 * MINUTE)).run(3 * MINUTE);
    expect(room.fired()).not.toContain('lights-peak');
    expect(room.fired()).toContain('music-peak');
    room.do({ type: 'patientBack' });
    expect(room.session.lights).toMatchObject({ scene: roomScene(0.05, 2200), fadeMs: 2 * MINUTE });
    up(room.do({ type: 'holdLights' }))
      .run(MINUTE)
      .do({ type: 'patientBack' });
    expect(room.session.lighting.held).not.toBeNull();
    expect(level(lastScene(room.session), 'room')).toBe(0.05);
  });

  it('is not led into the dark by comfort or the sheet, and lies in comfort again where they were', () => {
    const room = up(
      new TestRoom()
        .started()
        .run(2 * MINUTE)
        .do({ type: 'comfort', markId: 'm1' }),
    );
    expect(can(room.session)).toMatchObject({ comfortBack: false, backToSheet: false, showDarkest: false });
    room.do({ type: 'patientBack' });
    expect(level(lastScene(room.session), 'room')).toBe(0.25);
    expect(can(room.session).comfortBack).toBe(true);
  });

  it('stays up through an emergency, and is back after it', () => {
    const room = up(new TestRoom().started().run(2 * MINUTE)).do({ type: 'beginEmergency' });
    expect(can(room.session)).toMatchObject({ patientBack: false, patientUp: false });
    room.do({ type: 'endEmergency' });
    expect(level(lastScene(room.session), 'floor')).toBe(0.4);
    expect(level(lastScene(room.do({ type: 'patientBack' }).session), 'room')).toBe(0.1);
  });

  it('lies again where the infusion is started, and leaves no light of before behind where a start is taken back', () => {
    const room = up(new TestRoom().prepared()).do({ type: 'start', agoMs: 0 }).tick();
    expect(openAway(room.session)).toBeNull();
    expect(level(lastScene(room.session), 'room')).toBe(0.1);
    up(room).do({ type: 'takeBackStart', reason: 'mistake' }).run(MINUTE).do({ type: 'patientBack' });
    expect(lastScene(room.session)).toEqual(roomScene(1, null));
  });

  it('is up once at a time, and touches no light that nobody has touched', () => {
    const room = up(new TestRoom().do({ type: 'beginPreChecks' }));
    expect(room.bodies('lightsSet')).toEqual([]);
    expect(room.refusal({ type: 'patientUp', upId: 'again' })).toBe('session.notNow');
    room.do({ type: 'patientBack' });
    expect(room.bodies('lightsSet')).toEqual([]);
    expect(room.refusal({ type: 'patientUp', upId: room.session.aways[0]?.upId ?? '' })).toBe('away.known');
  });

  it('works on the locked screen: the presses wait for a signature, light and music do not', () => {
    const room = new TestRoom().started().run(MINUTE);
    room.author = { kind: 'unsigned' };
    up(room).do({ type: 'pumpRunsWhileUp' }).do({ type: 'patientWalks', walker: 'nurse' }).do({ type: 'patientBack' });
    expect(room.session.unsigned).toHaveLength(4);
    expect(level(lastScene(room.session), 'room')).toBe(0.1);
  });
});
