import { plannedLight, plannedScenes, type PlannedScene, type Sheet } from './planned.ts';
import type { Scene } from '../lights/scene.ts';

/** How fast a preview runs: an hour in a minute. */
export const PREVIEW_RATE = 60;
/** Where a preview begins and how long it goes on after the last light or zero, ms of session time. */
export const PREVIEW_BEFORE_MS = 60_000;
const PREVIEW_AFTER_MS = 10 * 60_000;
/** What leads the lamps to a moment in the middle of the sheet, ms of real time. */
const SETTLE_MS = 400;

/** From where to where a sheet is played, ms from the start. */
export function previewSpan(sheet: Sheet): { readonly fromMs: number; readonly toMs: number } {
  const last = plannedScenes(sheet).at(-1);
  const lastMs = last === undefined ? 0 : last.atMs + last.fadeMs;
  return { fromMs: -PREVIEW_BEFORE_MS, toMs: Math.max(sheet.infusionMs, lastMs) + PREVIEW_AFTER_MS };
}

/** One message to the lamps: `inMs` of real time from now. */
export interface PreviewSend {
  readonly inMs: number;
  readonly scene: Scene;
  /** Real time, ms. */
  readonly fadeMs: number;
}

/** Everything that is sent when a sheet is played from a moment on (ms from the start), and in how many real ms it is over. */
export function previewRun(
  sheet: Sheet,
  atMs: number,
): { readonly sends: readonly PreviewSend[]; readonly endsInMs: number } {
  const scenes = plannedScenes(sheet);
  const under = scenes.findLast((one) => one.atMs <= atMs);
  const first = { inMs: 0, scene: plannedLight(scenes, atMs), fadeMs: SETTLE_MS };
  const rest = scenes
    .filter((one) => one.atMs > atMs)
    .map((one) => ({ inMs: (one.atMs - atMs) / PREVIEW_RATE, scene: one.scene, fadeMs: one.fadeMs / PREVIEW_RATE }));
  return {
    sends: [first, ...restOfFade(under, atMs, rest[0]?.inMs ?? Infinity), ...rest],
    endsInMs: Math.max(0, (previewSpan(sheet).toMs - atMs) / PREVIEW_RATE),
  };
}

/** What is left of the fade that the moment lies in, once the lamps are there. */
function restOfFade(under: PlannedScene | undefined, atMs: number, untilMs: number): PreviewSend[] {
  if (under === undefined || SETTLE_MS >= untilMs) return [];
  const leftMs = (under.atMs + under.fadeMs - atMs) / PREVIEW_RATE - SETTLE_MS;
  return leftMs <= 0 ? [] : [{ inMs: SETTLE_MS, scene: under.scene, fadeMs: leftMs }];
}
