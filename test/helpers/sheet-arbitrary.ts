import fc from 'fast-check';
import type { Cue } from '../../shared/cues/cue.ts';
import type { SheetEdit } from '../../shared/cues/edit-sheet.ts';
import type { ZoneLevel } from '../../shared/lights/scene.ts';
import { musicPhases } from '../../shared/music/set.ts';

const SECOND = 1_000;
const ids = ['a', 'b', 'c', 'd', 'e', 'f'] as const;
const anyId = fc.constantFrom(...ids);
/** In steps of five seconds, so that a session is looked at in as few steps. */
const STEP = 5;
const seconds = (most: number) => fc.integer({ min: 0, max: most / STEP }).map((count) => count * STEP * SECOND);
const level = fc.integer({ min: 0, max: 100 }).map((percent) => percent / 100);
const zoneOf = (zone: ZoneLevel['zone']): fc.Arbitrary<ZoneLevel> =>
  fc.record({ zone: fc.constant(zone), level, kelvin: fc.constantFrom(null, 2200, 2700) });

/** Zones of a scene: always the room, the others or not. */
const zones = fc
  .tuple(zoneOf('room'), fc.option(zoneOf('patient')), fc.option(zoneOf('task')))
  .map((all) => all.filter((one) => one !== null));

const anchor = (infusionMs: number): fc.Arbitrary<Cue['anchor']> =>
  fc.oneof(
    fc.record({ from: fc.constant('start' as const), offsetMs: seconds(infusionMs / SECOND) }),
    fc.record({ from: fc.constant('zero' as const), offsetMs: seconds(infusionMs / SECOND).map((ms) => 0 - ms) }),
    fc.record({ from: fc.constant('recovery' as const), offsetMs: seconds(600) }),
  );

const action: fc.Arbitrary<Cue['action']> = fc.oneof(
  fc.record({
    kind: fc.constant('scene' as const),
    scene: fc.record({ zones }),
    fadeMs: seconds(300),
  }),
  fc.record({ kind: fc.constant('music' as const), phase: fc.constantFrom(...musicPhases) }),
  fc.record({ kind: fc.constant('prompt' as const), code: fc.constantFrom('maskDown', 'dimRoom') }),
);

/** Any cue of a protocol of this length (ms), within the reach of its anchor. */
export function anyCue(infusionMs: number, id: fc.Arbitrary<string> = anyId): fc.Arbitrary<Cue> {
  return fc.record({ id, anchor: anchor(infusionMs), action });
}

/** A few cues with ids of their own. */
export function anySheet(infusionMs: number): fc.Arbitrary<Cue[]> {
  return fc.uniqueArray(anyCue(infusionMs), { selector: ({ id }) => id, maxLength: 6 });
}

/** Any step of the editor, about these cues or others. */
export function anySheetEdit(infusionMs: number): fc.Arbitrary<SheetEdit> {
  return fc.oneof(
    fc.record({ type: fc.constant('add' as const), cue: anyCue(infusionMs) }),
    fc.record({ type: fc.constant('remove' as const), cueId: anyId }),
    fc.record({
      type: fc.constant('copy' as const),
      cueId: anyId,
      newId: anyId,
      byMs: fc.integer({ min: -600_000, max: 600_000 }),
    }),
    fc.record({ type: fc.constant('move' as const), cueId: anyId, offsetMs: fc.integer({ min: -9e6, max: 9e6 }) }),
    fc.record({
      type: fc.constant('anchor' as const),
      cueId: anyId,
      from: fc.constantFrom('start' as const, 'zero' as const, 'recovery' as const),
    }),
    fc.record({ type: fc.constant('zone' as const), cueId: anyId, zone: zoneOf('task') }),
    fc.record({ type: fc.constant('dropZone' as const), cueId: anyId, zone: fc.constant('task' as const) }),
    fc.record({ type: fc.constant('fade' as const), cueId: anyId, fadeMs: fc.integer({ min: -1, max: 9e6 }) }),
    fc.record({ type: fc.constant('phase' as const), cueId: anyId, phase: fc.constantFrom(...musicPhases) }),
    fc.record({ type: fc.constant('prompt' as const), cueId: anyId, code: fc.constantFrom('maskDown', 'dimRoom') }),
  );
}
