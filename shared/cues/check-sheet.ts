import type { Scene, ZoneName } from '../lights/scene.ts';
import type { Cue } from './cue.ts';
import {
  carriedOut,
  levelIn,
  plannedLight,
  plannedMs,
  plannedScenes,
  type PlannedScene,
  type Sheet,
} from './planned.ts';

/** The most cues that one sheet takes. */
export const MOST_CUES = 60;

/** What stands in the way of saving. */
export const sheetRefusals = ['tooMany', 'sameId', 'outside', 'together', 'noRoom', 'zoneTwice', 'darkAtEnd'] as const;
/** What is asked about before saving: it may be meant. */
export const sheetWarnings = [
  'cutShort',
  'jump',
  'earlyReturn',
  'neverComes',
  'noReturn',
  'darkRecovery',
  'darkLeaving',
] as const;
export type SheetRefusal = (typeof sheetRefusals)[number];
export type SheetWarning = (typeof sheetWarnings)[number];

/** One thing about a sheet; `code` is a key of the text catalogue. Null: about the sheet as a whole. */
export type SheetIssue = { readonly cueId: string | null } & (
  | { readonly kind: 'refusal'; readonly code: SheetRefusal }
  | { readonly kind: 'warning'; readonly code: SheetWarning }
);

/** A change of light shorter than this is noticed through closed eyes, ms. */
export const GENTLE_MS = 10_000;
/** A change of less than this is not seen, level. */
const SEEN = 0.02;
/** A light that rises this long before zero wakes too soon: share of the infusion. */
const EARLY_SHARE = 0.3;
/** By how much light has to rise to be a return. */
const RETURN_STEP = 0.05;
/** Who gets up in recovery has to see the floor; who leaves, the way. */
const RECOVERY_LEVEL = 0.15;
const LEAVING_LEVEL = 0.3;
/** As good as dark. */
const DARK_LEVEL = 0.05;

const refusal = (code: SheetRefusal, cueId: string | null): SheetIssue => ({ kind: 'refusal', code, cueId });
const warning = (code: SheetWarning, cueId: string | null): SheetIssue => ({ kind: 'warning', code, cueId });

/** Everything that is to be said of a sheet, refusals first. `recoveryMs`: the planned stay after the pump's stop. */
export function checkSheet(sheet: Sheet & { readonly recoveryMs: number }): SheetIssue[] {
  const own = sheet.cues.flatMap((cue) => ownRefusals(cue, sheet));
  const ids = sheet.cues.map(({ id }) => id);
  const twice = ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => refusal('sameId', id));
  const many = sheet.cues.length > MOST_CUES ? [refusal('tooMany', null)] : [];
  return [...many, ...twice, ...own, ...together(sheet), ...lightIssues(sheet), ...neverComing(sheet)];
}

/** Whether a sheet may be saved. */
export function maySave(issues: readonly SheetIssue[]): boolean {
  return issues.every(({ kind }) => kind !== 'refusal');
}

function ownRefusals({ id, anchor, action }: Cue, { recoveryMs }: { readonly recoveryMs: number }): SheetIssue[] {
  const { from, offsetMs } = anchor;
  const outside = from === 'zero' ? offsetMs > 0 : offsetMs < 0 || (from === 'recovery' && offsetMs > recoveryMs);
  const issues = outside ? [refusal('outside', id)] : [];
  if (action.kind !== 'scene') return issues;
  const zones = action.scene.zones.map(({ zone }) => zone);
  if (!zones.includes('room')) issues.push(refusal('noRoom', id));
  if (new Set(zones).size !== zones.length) issues.push(refusal('zoneTwice', id));
  return issues;
}

/** Two lights, or two phases of the music, of one anchor and moment: one of them would never be. */
function together({ cues }: Sheet): SheetIssue[] {
  return cues.flatMap(({ id, anchor, action }, index) => {
    if (action.kind === 'prompt') return [];
    const other = cues
      .slice(0, index)
      .some(
        (one) =>
          one.action.kind === action.kind && one.anchor.from === anchor.from && one.anchor.offsetMs === anchor.offsetMs,
      );
    return other ? [refusal('together', id)] : [];
  });
}

/** Lights and music that nothing carries out at this length. */
function neverComing(sheet: Sheet): SheetIssue[] {
  const comes = new Set((['scene', 'music', 'prompt'] as const).flatMap((kind) => carriedOut(kind, sheet)));
  const refused = new Set(together(sheet).map(({ cueId }) => cueId));
  const lost = sheet.cues.filter((cue) => !comes.has(cue));
  const twins = (cue: Cue): boolean => sheet.cues.some((one) => refused.has(one.id) && sameMoment(one, cue));
  return lost.filter((cue) => !twins(cue)).map(({ id }) => warning('neverComes', id));
}

function sameMoment(one: Cue, other: Cue): boolean {
  return (
    one.action.kind === other.action.kind &&
    one.anchor.from === other.anchor.from &&
    one.anchor.offsetMs === other.anchor.offsetMs
  );
}

/** The zones whose light the patient lies in. */
const PATIENTS: readonly ZoneName[] = ['room', 'patient'];

/** How light it is for the patient. */
const forPatient = (scene: Scene): number => Math.max(...PATIENTS.map((zone) => levelIn(scene, zone)));

/** The light as the patient lies in it. */
function lightIssues(sheet: Sheet & { readonly recoveryMs: number }): SheetIssue[] {
  const { infusionMs, recoveryMs } = sheet;
  const scenes = plannedScenes(sheet);
  const issues = scenes.flatMap((one, index) => ofScene(one, index, scenes, infusionMs));
  const endMs = infusionMs + recoveryMs;
  const atEnd = forPatient(plannedLight(scenes, endMs));
  if (atEnd <= DARK_LEVEL) return [refusal('darkAtEnd', scenes.at(-1)?.cueId ?? null), ...issues];
  if (atEnd < LEAVING_LEVEL) issues.push(warning('darkLeaving', scenes.at(-1)?.cueId ?? null));
  const last = scenes.findLast(({ atMs }) => atMs <= infusionMs + FIRST_STEPS_MS);
  const standing = forPatient(plannedLight(scenes, Math.min(endMs, infusionMs + FIRST_STEPS_MS)));
  if (standing < RECOVERY_LEVEL) issues.push(warning('darkRecovery', last?.cueId ?? null));
  const dimmed = scenes.some((one) => forPatient(one.scene) < RECOVERY_LEVEL);
  const back = scenes.some((one) => one.from !== 'recovery' && rises(scenes, one));
  if (dimmed && !back) issues.push(warning('noReturn', null));
  return issues;
}

/** Nobody gets up sooner after the pump's stop, ms. */
const FIRST_STEPS_MS = 5 * 60_000;

function ofScene(one: PlannedScene, index: number, scenes: readonly PlannedScene[], infusionMs: number): SheetIssue[] {
  const { cueId, from, atMs, fadeMs, scene } = one;
  const issues: SheetIssue[] = [];
  const next = scenes[index + 1];
  // How long after zero the pump is stopped, nobody knows.
  const known = next !== undefined && (next.from !== 'recovery' || from === 'recovery');
  if (known && atMs + fadeMs > next.atMs) issues.push(warning('cutShort', cueId));
  const before = plannedLight(scenes.slice(0, index), atMs);
  const change = Math.max(...PATIENTS.map((zone) => Math.abs(levelIn(scene, zone) - levelIn(before, zone))));
  if (change > SEEN && fadeMs < GENTLE_MS) issues.push(warning('jump', cueId));
  if (rises(scenes, one) && atMs < infusionMs * (1 - EARLY_SHARE)) issues.push(warning('earlyReturn', cueId));
  return issues;
}

/** Whether a light is brighter for the patient than what went before it. */
function rises(scenes: readonly PlannedScene[], one: PlannedScene): boolean {
  const before = plannedLight(scenes.slice(0, scenes.indexOf(one)), one.atMs);
  return forPatient(one.scene) > forPatient(before) + RETURN_STEP;
}

/** When a cue comes, ms from the start: for sorting what is said by time. */
export function momentOf(sheet: Sheet, cueId: string | null): number {
  const cue = sheet.cues.find(({ id }) => id === cueId);
  return cue === undefined ? Infinity : plannedMs(cue, sheet.infusionMs);
}
