import { describe, expect, it } from 'vitest';
import { lowestSinceHand, screenLevel } from '../../../renderer/room/session/screen-level.ts';
import { roomScene } from '../../../shared/lights/scene.ts';
import { TestRoom } from '../../helpers/session-builder.ts';

const MINUTE = 60_000;
const of = (room: TestRoom) => screenLevel(room.session, lowestSinceHand(room.events), room.clock.now());

describe('the brightness of the screen', () => {
  it('is full while the room is, and goes down with it', () => {
    const room = new TestRoom().prepared();
    expect(of(room)).toBe(1);
    room.do({ type: 'start', agoMs: 0 }).tick();
    const levels = [10, 20, 30, 40].map(() => of(room.run(15_000)));
    expect(levels).toEqual(levels.toSorted((a, b) => b - a));
    expect(levels.at(-1)).toBeLessThan(0.5);
    expect(levels.at(-1)).toBeGreaterThan(0.05);
  });

  it('does not rise when the cue sheet raises the light before the end', () => {
    const room = new TestRoom()
      .prepared()
      .do({ type: 'start', agoMs: 0 })
      .tick()
      .run(44 * MINUTE);
    const dark = of(room);
    room.run(5 * MINUTE);
    expect(room.session.lights?.scene).toMatchObject({ zones: [{ level: 0.25 }] });
    expect(of(room)).toBe(dark);
  });

  it('follows a hand on the light, up as well as down', () => {
    const room = new TestRoom()
      .prepared()
      .do({ type: 'start', agoMs: 0 })
      .tick()
      .run(44 * MINUTE);
    const dark = of(room);
    room.do({ type: 'setLights', scene: roomScene(0.6, null), fadeMs: 0 }).run(2000);
    expect(of(room)).toBeGreaterThan(dark);
  });

  it('is bright in an emergency, at once, and dark again after it', () => {
    const room = new TestRoom()
      .prepared()
      .do({ type: 'start', agoMs: 0 })
      .tick()
      .run(30 * MINUTE);
    const dark = of(room);
    room.do({ type: 'beginEmergency' });
    expect(of(room)).toBe(1);
    room.do({ type: 'endEmergency' }).run(2 * MINUTE);
    expect(of(room)).toBeCloseTo(dark, 1);
  });
});
