import { infusionRange } from '../protocol/schema.ts';
import type { ZoneLevel, ZoneName } from '../lights/scene.ts';
import type { MusicPhase } from '../music/set.ts';
import type { Cue } from './cue.ts';
import { inOrder, plannedMs } from './planned.ts';

type Anchor = Cue['anchor'];

/** One step in the editor. Moments in ms, levels 0 to 1. What names a cue that is not there changes nothing. */
export type SheetEdit =
  | { readonly type: 'add'; readonly cue: Cue }
  | { readonly type: 'remove'; readonly cueId: string }
  /** A second one, `byMs` later, under an id of its own. */
  | { readonly type: 'copy'; readonly cueId: string; readonly newId: string; readonly byMs: number }
  | { readonly type: 'move'; readonly cueId: string; readonly offsetMs: number }
  /** Counts from another anchor from now on; its planned moment stays, as far as that anchor reaches. */
  | { readonly type: 'anchor'; readonly cueId: string; readonly from: Anchor['from'] }
  | { readonly type: 'zone'; readonly cueId: string; readonly zone: ZoneLevel }
  /** The zone goes with the room again. */
  | { readonly type: 'dropZone'; readonly cueId: string; readonly zone: Exclude<ZoneName, 'room'> }
  | { readonly type: 'fade'; readonly cueId: string; readonly fadeMs: number }
  | { readonly type: 'phase'; readonly cueId: string; readonly phase: MusicPhase }
  | { readonly type: 'prompt'; readonly cueId: string; readonly code: string };

/** Longest fade, ms. */
export const LONGEST_FADE_MS = 1_800_000;

/** How far from its anchor a cue may lie, ms. */
export function reachOf(
  from: Anchor['from'],
  { infusionMs, recoveryMs }: { readonly infusionMs: number; readonly recoveryMs: number },
): { readonly minMs: number; readonly maxMs: number } {
  if (from === 'start') return { minMs: 0, maxMs: infusionMs };
  return from === 'zero' ? { minMs: -infusionMs, maxMs: 0 } : { minMs: 0, maxMs: recoveryMs };
}

/** The lengths that are edited with: those of the protocol. */
export interface Lengths {
  readonly infusionMs: number;
  readonly recoveryMs: number;
}

/** The cues after one step, in the order in which they come. */
export function editCues(cues: readonly Cue[], edit: SheetEdit, lengths: Lengths): readonly Cue[] {
  const next = edited(cues, edit, lengths);
  return inOrder(next, lengths.infusionMs);
}

function edited(cues: readonly Cue[], edit: SheetEdit, lengths: Lengths): readonly Cue[] {
  switch (edit.type) {
    case 'add':
      return cues.some(({ id }) => id === edit.cue.id) ? cues : [...cues, within(edit.cue, lengths)];
    case 'remove':
      return cues.filter(({ id }) => id !== edit.cueId);
    case 'copy': {
      const cue = cues.find(({ id }) => id === edit.cueId);
      if (cue === undefined || cues.some(({ id }) => id === edit.newId)) return cues;
      const anchor = { ...cue.anchor, offsetMs: cue.anchor.offsetMs + edit.byMs };
      return [...cues, within({ ...cue, id: edit.newId, anchor }, lengths)];
    }
    default:
      return cues.map((cue) => (cue.id === edit.cueId ? changed(cue, edit, lengths) : cue));
  }
}

type OfOne = Exclude<SheetEdit, { readonly type: 'add' | 'remove' | 'copy' }>;

function changed(cue: Cue, edit: OfOne, lengths: Lengths): Cue {
  const { action } = cue;
  switch (edit.type) {
    case 'move':
      return within({ ...cue, anchor: { ...cue.anchor, offsetMs: edit.offsetMs } }, lengths);
    case 'anchor': {
      const atMs = plannedMs(cue, lengths.infusionMs);
      const offsetMs = edit.from === 'start' ? atMs : atMs - lengths.infusionMs;
      return within({ ...cue, anchor: { from: edit.from, offsetMs } }, lengths);
    }
    case 'zone':
      return action.kind === 'scene'
        ? { ...cue, action: { ...action, scene: withZone(action.scene.zones, edit.zone) } }
        : cue;
    case 'dropZone':
      return action.kind === 'scene'
        ? {
            ...cue,
            action: { ...action, scene: { zones: action.scene.zones.filter(({ zone }) => zone !== edit.zone) } },
          }
        : cue;
    case 'fade':
      return action.kind === 'scene'
        ? { ...cue, action: { ...action, fadeMs: clamp(edit.fadeMs, 0, LONGEST_FADE_MS) } }
        : cue;
    case 'phase':
      return action.kind === 'music' ? { ...cue, action: { ...action, phase: edit.phase } } : cue;
    case 'prompt':
      return action.kind === 'prompt' ? { ...cue, action: { ...action, code: edit.code } } : cue;
  }
}

function withZone(zones: readonly ZoneLevel[], zone: ZoneLevel): { zones: ZoneLevel[] } {
  const level = { ...zone, level: clamp(zone.level, 0, 1) };
  const known = zones.some((one) => one.zone === zone.zone);
  return { zones: known ? zones.map((one) => (one.zone === zone.zone ? level : one)) : [...zones, level] };
}

/** The cue as far as its anchor reaches, in whole ms. */
function within(cue: Cue, lengths: Lengths): Cue {
  const { minMs, maxMs } = reachOf(cue.anchor.from, lengths);
  const offsetMs = Math.round(clamp(cue.anchor.offsetMs, minMs, maxMs));
  return { ...cue, anchor: { ...cue.anchor, offsetMs: offsetMs === 0 ? 0 : offsetMs } };
}

const clamp = (value: number, least: number, most: number): number => Math.min(Math.max(value, least), most);

/** Lengths that a forecast is made for, minutes. */
export const forecastMinutes = [20, 30, 40, 50, 60, 75, 90, 120].filter(
  (minutes) => minutes * 60_000 >= infusionRange.minMs && minutes * 60_000 <= infusionRange.maxMs,
);
