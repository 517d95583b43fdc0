import { sceneAt, zoneOf } from '../lights/level-at.ts';
import { roomScene, type Scene, type ZoneName } from '../lights/scene.ts';
import type { Cue } from './cue.ts';

/** What of a protocol is drawn and played: its cues, for an infusion of this length (ms). */
export interface Sheet {
  readonly cues: readonly Cue[];
  readonly infusionMs: number;
}

/** A light of the sheet at its planned moment, ms from the start. */
export interface PlannedScene {
  readonly cueId: string;
  readonly from: Cue['anchor']['from'];
  readonly atMs: number;
  readonly scene: Scene;
  readonly fadeMs: number;
}

/** Later anchors outrank earlier ones, as when cues fire. */
export const anchorRank: Readonly<Record<Cue['anchor']['from'], number>> = { start: 0, zero: 1, recovery: 2 };

/** Before the first cue the room counts as fully lit. */
const UNTOUCHED: Scene = roomScene(1, null);

/** When a cue comes, ms from the start, where the pump runs through and stops at zero. */
export function plannedMs({ anchor }: Pick<Cue, 'anchor'>, infusionMs: number): number {
  if (anchor.from === 'start') return anchor.offsetMs;
  return anchor.from === 'zero' ? Math.max(0, infusionMs + anchor.offsetMs) : infusionMs + anchor.offsetMs;
}

/** All cues in the order in which they come; those of one moment by their anchor, then as they stand. */
export function inOrder<C extends Pick<Cue, 'anchor'>>(cues: readonly C[], infusionMs: number): C[] {
  return cues.toSorted(
    (a, b) =>
      plannedMs(a, infusionMs) - plannedMs(b, infusionMs) || anchorRank[a.anchor.from] - anchorRank[b.anchor.from],
  );
}

/**
 * Those of one kind that are carried out in a session that goes as planned: of several at one moment the last, none that
 * counts from the start or zero once one of a later anchor came, and none of those after zero.
 */
export function carriedOut(kind: Cue['action']['kind'], { cues, infusionMs }: Sheet): Cue[] {
  const own = inOrder(
    cues.filter(({ action }) => action.kind === kind),
    infusionMs,
  ).filter((cue) => cue.anchor.from === 'recovery' || plannedMs(cue, infusionMs) <= infusionMs);
  if (kind === 'prompt') return own;
  return own.filter((cue, index) => {
    const rank = anchorRank[cue.anchor.from];
    const outranked = own.slice(0, index).some((earlier) => anchorRank[earlier.anchor.from] > rank);
    return !outranked && !isOvertaken(cue, own[index + 1], infusionMs);
  });
}

/** Whether another comes at the same look at the clock. Zero and the pump's stop are two: the stop is a press. */
function isOvertaken(cue: Cue, next: Cue | undefined, infusionMs: number): boolean {
  if (next === undefined || plannedMs(next, infusionMs) > plannedMs(cue, infusionMs)) return false;
  return next.anchor.from !== 'recovery' || cue.anchor.from === 'recovery';
}

/** The lights that are carried out, in order. */
export function plannedScenes(sheet: Sheet): PlannedScene[] {
  return carriedOut('scene', sheet).flatMap((cue) => {
    const { action } = cue;
    if (action.kind !== 'scene') return [];
    const atMs = plannedMs(cue, sheet.infusionMs);
    return [{ cueId: cue.id, from: cue.anchor.from, atMs, scene: action.scene, fadeMs: action.fadeMs }];
  });
}

/** Where the lights stand at a moment, ms from the start: in the middle of a fade or after it, as in a session. */
export function plannedLight(scenes: readonly PlannedScene[], atMs: number): Scene {
  let from = UNTOUCHED;
  let last: PlannedScene | null = null;
  for (const next of scenes) {
    if (next.atMs > atMs) break;
    from = last === null ? UNTOUCHED : sceneAt(from, last.scene, last.fadeMs, next.atMs - last.atMs);
    last = next;
  }
  return last === null ? UNTOUCHED : sceneAt(from, last.scene, last.fadeMs, atMs - last.atMs);
}

/** Level of a zone in a scene, 0 to 1; full where nothing was said of it. */
export function levelIn(scene: Scene, zone: ZoneName): number {
  return zoneOf(scene, zone)?.level ?? 1;
}
