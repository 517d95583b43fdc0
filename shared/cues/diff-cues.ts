import type { ZoneLevel, ZoneName } from '../lights/scene.ts';
import type { Cue } from './cue.ts';

type Anchor = Cue['anchor'];

/** One thing in which a cue differs. */
export type CueDifference =
  | { readonly what: 'moment'; readonly from: Anchor; readonly to: Anchor }
  /** Null: the zone goes with the room. */
  | { readonly what: 'zone'; readonly zone: ZoneName; readonly from: ZoneLevel | null; readonly to: ZoneLevel | null }
  | { readonly what: 'fade'; readonly from: number; readonly to: number }
  /** The music's phase, or the prompt's text. */
  | { readonly what: 'phase' | 'prompt'; readonly from: string; readonly to: string }
  /** A cue of another kind under the same id. */
  | { readonly what: 'kind' };

/** What became of one cue between two sheets. */
export type CueChange =
  | { readonly type: 'added' | 'removed'; readonly cue: Cue }
  | {
      readonly type: 'changed';
      readonly before: Cue;
      readonly after: Cue;
      readonly differences: readonly CueDifference[];
    };

/** What has to be told of the way from one sheet to another, by the cues' ids; the order of the cues says nothing. */
export function diffCues(before: readonly Cue[], after: readonly Cue[]): CueChange[] {
  const old = new Map(before.map((cue) => [cue.id, cue]));
  const kept = new Set(after.map(({ id }) => id));
  const removed = before.filter(({ id }) => !kept.has(id)).map((cue): CueChange => ({ type: 'removed', cue }));
  const rest = after.flatMap((cue): CueChange[] => {
    const known = old.get(cue.id);
    if (known === undefined) return [{ type: 'added', cue }];
    const differences = differencesOf(known, cue);
    return differences.length === 0 ? [] : [{ type: 'changed', before: known, after: cue, differences }];
  });
  return [...rest, ...removed];
}

function differencesOf(before: Cue, after: Cue): CueDifference[] {
  const [from, to] = [before.anchor, after.anchor];
  const moved: CueDifference[] =
    from.from === to.from && from.offsetMs === to.offsetMs ? [] : [{ what: 'moment', from, to }];
  return [...moved, ...actionDifferences(before.action, after.action)];
}

function actionDifferences(before: Cue['action'], after: Cue['action']): CueDifference[] {
  if (before.kind === 'scene' && after.kind === 'scene') {
    const faded: CueDifference[] =
      before.fadeMs === after.fadeMs ? [] : [{ what: 'fade', from: before.fadeMs, to: after.fadeMs }];
    return [...zoneDifferences(before.scene.zones, after.scene.zones), ...faded];
  }
  if (before.kind === 'music' && after.kind === 'music')
    return before.phase === after.phase ? [] : [{ what: 'phase', from: before.phase, to: after.phase }];
  if (before.kind === 'prompt' && after.kind === 'prompt')
    return before.code === after.code ? [] : [{ what: 'prompt', from: before.code, to: after.code }];
  return [{ what: 'kind' }];
}

function zoneDifferences(before: readonly ZoneLevel[], after: readonly ZoneLevel[]): CueDifference[] {
  const names = new Set([...before, ...after].map(({ zone }) => zone));
  return [...names].flatMap((zone): CueDifference[] => {
    const from = before.find((one) => one.zone === zone) ?? null;
    const to = after.find((one) => one.zone === zone) ?? null;
    return from?.level === to?.level && from?.kelvin === to?.kelvin ? [] : [{ what: 'zone', zone, from, to }];
  });
}
