import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lightLine } from '../../../shared/cues/light-line.ts';
import { carriedOut, inOrder, levelIn, plannedLight, plannedScenes } from '../../../shared/cues/planned.ts';
import { sceneNow } from '../../../shared/lights/shown.ts';
import { defaultProtocol } from '../../../shared/protocol/default-protocol.ts';
import { FakeClock, MINUTE } from '../../helpers/fake-clock.ts';
import { TestRoom } from '../../helpers/session-builder.ts';
import { anySheet } from '../../helpers/sheet-arbitrary.ts';

const infusionMs = 20 * MINUTE;
const defaults = defaultProtocol(0, 'Clinic');

describe('the plan of a sheet', () => {
  it('is what a session that goes as planned carries out, kind by kind', () => {
    fc.assert(
      fc.property(anySheet(infusionMs), (cues) => {
        const room = new TestRoom(new FakeClock(), { ...defaults, infusionMs, cues });
        room.prepared().do({ type: 'start', agoMs: 0 }).tick().run(infusionMs, 5_000);
        room
          .do({ type: 'stopPump', reason: 'complete', note: null, agoMs: 0 })
          .tick()
          .run(11 * MINUTE, 5_000);
        for (const kind of ['scene', 'music', 'prompt'] as const) {
          const fired = room.bodies('cueFired').filter(({ action }) => action.kind === kind);
          const planned = carriedOut(kind, { cues, infusionMs }).map(({ id }) => id);
          // Prompts of one moment are one look at the clock: their order among themselves says nothing.
          const told = fired.map(({ cueId }) => cueId);
          expect(kind === 'prompt' ? told.toSorted() : told).toEqual(kind === 'prompt' ? planned.toSorted() : planned);
        }
      }),
      { numRuns: 20 },
    );
  });

  it('draws the light where the session has it', () => {
    const room = new TestRoom(new FakeClock(), defaults).started();
    const scenes = plannedScenes(defaults);
    for (let atMs = 0; atMs < defaults.infusionMs; atMs += 20_000) {
      expect(levelIn(sceneNow(room.session, room.clock.now()), 'room')).toBeCloseTo(
        levelIn(plannedLight(scenes, atMs), 'room'),
        6,
      );
      room.run(20_000, 5_000);
    }
  });

  it('keeps every cue and puts none before an earlier one', () => {
    fc.assert(
      fc.property(anySheet(infusionMs), (cues) => {
        const ordered = inOrder(cues, infusionMs);
        expect(ordered.toSorted((a, b) => (a.id < b.id ? -1 : 1))).toEqual(
          cues.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
        );
        expect(inOrder(ordered, infusionMs)).toEqual(ordered);
      }),
      { numRuns: 100 },
    );
  });
});

describe('the drawn line', () => {
  it('runs from end to end without going back, and lies on the light at every corner', () => {
    fc.assert(
      fc.property(anySheet(infusionMs), (cues) => {
        const scenes = plannedScenes({ cues, infusionMs });
        const line = lightLine(scenes, 'room', -MINUTE, infusionMs + MINUTE);
        expect(line[0]?.atMs).toBe(-MINUTE);
        expect(line.at(-1)?.atMs).toBe(infusionMs + MINUTE);
        line.forEach((point, index) => {
          expect(point.atMs).toBeGreaterThanOrEqual(line[index - 1]?.atMs ?? -MINUTE);
          expect(point.level).toBeGreaterThanOrEqual(0);
          expect(point.level).toBeLessThanOrEqual(1);
          const last = line[index + 1]?.atMs !== point.atMs;
          if (last) expect(point.level).toBe(levelIn(plannedLight(scenes, point.atMs), 'room'));
        });
      }),
      { numRuns: 60 },
    );
  });
});
