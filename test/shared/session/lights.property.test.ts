import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { waitsForLight } from '../../../shared/cues/due.ts';
import { noComfort, openChoice } from '../../../shared/intake/choice.ts';
import { darkestFor, notDarkerThan } from '../../../shared/lights/floor.ts';
import { roomScene, type Scene } from '../../../shared/lights/scene.ts';
import { sceneAtLife } from '../../../shared/lights/shown.ts';
import { can } from '../../../shared/session/can.ts';
import { lastScene } from '../../../shared/session/light-state.ts';
import { lifeMs } from '../../../shared/session/life.ts';
import { beginnings, steps, type Step } from '../../helpers/session-arbitrary.ts';
import { TestRoom } from '../../helpers/session-builder.ts';

const runs = { numRuns: 150 };

function lived(begin: (room: TestRoom) => unknown, all: readonly Step[]): TestRoom {
  const room = new TestRoom();
  begin(room);
  for (const { apply } of all) apply(room);
  return room.tick();
}

/** The last scene of the sheet that came due by now, whatever was held. */
function lastDue(room: TestRoom): Scene | null {
  const now = lifeMs(room.session, room.clock.now());
  const waiting = room.protocol.cues.filter((cue) => waitsForLight(room.session, cue, now));
  const rank = { start: 0, zero: 1, recovery: 2 } as const;
  const last = waiting.toSorted(
    (a, b) => rank[a.anchor.from] - rank[b.anchor.from] || a.anchor.offsetMs - b.anchor.offsetMs,
  );
  const action = last.at(-1)?.action;
  return action?.kind === 'scene' ? notDarkerThan(action.scene, darkestFor(room.session)) : null;
}

/** A light that is held, at any time of the infusion. */
const holding = fc.integer({ min: 0, max: 49 }).map(
  (minutes) => (room: TestRoom) =>
    room
      .started()
      .run(minutes * 60_000, 10_000)
      .do({ type: 'holdLights' }),
);

describe('whatever is pressed, and whatever the clocks do', () => {
  it('a held light loses nothing: let go on, it comes to the last scene that was due, gently', () => {
    let held = 0;
    fc.assert(
      fc.property(holding, steps, (begin, all) => {
        const room = lived(begin, all);
        if (can(room.session).goOn) room.do({ type: 'goOn' });
        if (can(room.session).endRest) room.do({ type: 'endRest' });
        if (can(room.session).endEmergency) room.do({ type: 'endEmergency' });
        if (can(room.session).patientBack) room.do({ type: 'patientBack' });
        room.tick();
        const due = lastDue(room);
        if (!can(room.session).releaseLights || room.session.lighting.comfort !== null || due === null) return;
        held += 1;
        const from = room.events.length;
        room.do({ type: 'releaseLights' });
        expect(room.session.lights?.scene).toEqual(due);
        expect(room.session.lights?.fadeMs).toBeGreaterThanOrEqual(60_000);
        expect(
          room.events.slice(from).filter(({ body }) => body.type === 'cueFired' && body.action.kind === 'scene'),
        ).toHaveLength(1);
        expect(room.tick().session.lights?.scene).toEqual(due);
      }),
      runs,
    );
    expect(held).toBeGreaterThan(20);
  });

  it('comfort and back leads to the same scene and the same volume, where nothing came due between', () => {
    fc.assert(
      fc.property(beginnings, steps, (begin, all) => {
        const room = lived(begin, all);
        if (!can(room.session).comfort) return;
        const before = lastScene(room.session);
        const { softened } = room.session.music;
        const { lights } = room.session;
        const there = sceneAtLife(lights, lifeMs(room.session, room.clock.now())).zones.find((z) => z.zone === 'room');
        room.do({ type: 'comfort', markId: room.id() });
        expect(room.session.lights?.scene.zones.find((z) => z.zone === 'room')?.level).toBeGreaterThanOrEqual(
          there?.level ?? 0,
        );
        // Nothing is softer where nothing of ours plays.
        expect(room.session.music.softened).toBe(softened || room.session.musicHash !== null);
        room.do({ type: 'comfortBack' });
        expect(room.session.lights?.scene).toEqual(notDarkerThan(before, darkestFor(room.session)));
        expect(room.session.music.softened).toBe(softened);
      }),
      runs,
    );
  });

  it('the patient never lies in less light than they accept, whoever or whatever sets it', () => {
    fc.assert(
      fc.property(fc.constantFrom(0.02, 0.1, 0.4), beginnings, steps, (darkest, begin, all) => {
        const room = new TestRoom();
        room.do({
          type: 'keepIntake',
          by: 'staff',
          choice: { ...openChoice('en'), comfort: { ...noComfort, darkest } },
          music: null,
        });
        begin(room);
        for (const { apply } of all) {
          apply(room);
          for (const { zone, level } of lastScene(room.session).zones) {
            if (zone === 'room' || zone === 'patient') expect(level).toBeGreaterThanOrEqual(darkest);
          }
        }
      }),
      runs,
    );
  });

  it('full is full from any state, and whatever led the light there is over', () => {
    fc.assert(
      fc.property(beginnings, steps, fc.boolean(), (begin, all, emergency) => {
        const room = lived(begin, all);
        const type = emergency ? 'beginEmergency' : 'lightsFull';
        if (!can(room.session)[type]) return;
        room.do({ type });
        expect(room.session.lights).toMatchObject({ scene: roomScene(1, null), fadeMs: 0 });
        expect(room.session.lighting.darkest).toBeNull();
      }),
      runs,
    );
  });

  it('nobody is left in the darkest light that was only to be shown', () => {
    fc.assert(
      fc.property(steps, (all) => {
        const room = lived((fresh) => fresh.do({ type: 'beginPreChecks' }), all);
        if (!can(room.session).showDarkest) return;
        const before = lastScene(room.session);
        room.do({ type: 'showDarkest' }).run(31_000);
        expect(room.session.lighting.darkest).toBeNull();
        expect(lastScene(room.session)).toEqual(notDarkerThan(before, darkestFor(room.session)));
      }),
      runs,
    );
  });
});
