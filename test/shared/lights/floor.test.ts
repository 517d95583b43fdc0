import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { noComfort, openChoice, type Choice } from '../../../shared/intake/choice.ts';
import { notDarkerThan } from '../../../shared/lights/floor.ts';
import { roomScene, zoneNames } from '../../../shared/lights/scene.ts';
import { levelNow } from '../../../shared/lights/shown.ts';
import { upcoming } from '../../../shared/session/timeline.ts';
import { MINUTE } from '../../helpers/fake-clock.ts';
import { TestRoom } from '../../helpers/session-builder.ts';

const wish = (darkest: number): Choice => ({ ...openChoice('de'), comfort: { ...noComfort, darkest } });
const keep = (room: TestRoom, darkest: number): TestRoom =>
  room.do({ type: 'keepIntake', by: 'staff', choice: wish(darkest), music: null });
const level = (room: TestRoom): number => levelNow(room.session, room.clock.now());

test('whatever the sheet and the hand ask for, the patient lies in no less light than they accept, all hour long', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 100 }),
      fc.array(fc.record({ atMinute: fc.integer({ min: 1, max: 49 }), level: fc.integer({ min: 0, max: 100 }) })),
      (darkest, byHand) => {
        const room = keep(new TestRoom(), darkest / 100).started();
        for (let minute = 1; minute <= 52; minute += 1) {
          room.run(MINUTE, 10_000);
          for (const { level: asked } of byHand.filter(({ atMinute }) => atMinute === minute))
            room.do({ type: 'setLights', scene: roomScene(asked / 100, null), fadeMs: 2_000 });
          expect(level(room)).toBeGreaterThanOrEqual(darkest / 100);
          for (const item of upcoming(room.session, room.protocol, room.clock.now()))
            if (item.kind === 'cue' && item.action.kind === 'scene')
              expect(Math.min(...item.action.scene.zones.map((zone) => zone.level))).toBeGreaterThanOrEqual(
                darkest / 100,
              );
        }
      },
    ),
    { numRuns: 15 },
  );
});

test('a wish said in the dark brings the light up gently; one for less light changes nothing by itself', () => {
  const room = new TestRoom().started().run(20 * MINUTE, 10_000);
  const dark = level(room);
  expect(dark).toBeLessThan(0.3);
  keep(room, 0);
  expect(level(room)).toBe(dark);
  keep(room, 0.4);
  expect(room.bodies('lightsSet').at(-1)).toMatchObject({ why: 'wish', fadeMs: 20_000 });
  expect(level(room)).toBe(dark);
  room.run(20_000);
  expect(level(room)).toBe(0.4);
  room.do({ type: 'beginEmergency' });
  keep(room, 0.5);
  expect(room.bodies('lightsSet').at(-1)).toMatchObject({ why: 'emergency' });
  room.do({ type: 'endEmergency' }).run(2 * MINUTE);
  expect(level(room)).toBe(0.5);
});

test('task light and floor are not the patient’s; a scene that is light enough stays the same', () => {
  const scene = { zones: zoneNames.map((zone) => ({ zone, level: 0.1, kelvin: 2000 })) };
  const raised = notDarkerThan(scene, 0.25).zones.map(({ zone, level: now }) => [zone, now]);
  expect(Object.fromEntries(raised)).toEqual({ room: 0.25, patient: 0.25, task: 0.1, floor: 0.1 });
  expect(notDarkerThan(scene, 0.1)).toBe(scene);
});
