import { noneWished } from '../intake/wish.ts';
import { zoneOf } from '../lights/level-at.ts';
import type { NoneKind } from '../intake/choice.ts';
import type { MusicPhase } from '../music/set.ts';
import { evolve } from '../session/evolve.ts';
import type { SessionEvent } from '../session/event.ts';
import type { Session } from '../session/state.ts';

/** What the patient hears: a phase of ours, or none of ours as they asked. */
export type MusicLane = MusicPhase | NoneKind;

/** One fade of the room's light on the life axis, ms; levels 0 to 1. */
export interface LightFade {
  readonly fromLifeMs: number;
  readonly from: number;
  readonly to: number;
  readonly fadeMs: number;
}

/**
 * What a session's state forgets and its events still know: every fade of the light, what was heard, every emergency.
 * Moments lie on the life axis.
 */
export interface Tracks {
  readonly session: Session | null;
  readonly light: readonly LightFade[];
  readonly music: readonly { readonly fromLifeMs: number; readonly phase: MusicLane | null }[];
  /** Its beginning, or, `over`, its end; `at` in epoch ms. */
  readonly emergencies: readonly {
    readonly seq: number;
    readonly at: number;
    readonly lifeMs: number;
    readonly over: boolean;
  }[];
}

export const noTracks: Tracks = { session: null, light: [], music: [], emergencies: [] };

/** Before anything was set, the room counts as fully lit. */
const UNTOUCHED = 1;

function fadeOf({ lights }: Session): LightFade | null {
  if (lights === null) return null;
  const from = zoneOf(lights.from, 'room')?.level ?? UNTOUCHED;
  const to = zoneOf(lights.scene, 'room')?.level ?? from;
  return { fromLifeMs: lights.lifeMs, from, to, fadeMs: lights.fadeMs };
}

/** What the event says of an emergency; nothing where it speaks of something else. */
function emergencyOf({ seq, occurredAt: at, body }: SessionEvent, lifeMs: number): Tracks['emergencies'] {
  const over = body.type === 'emergencyEnded';
  return over || body.type === 'emergencyBegun' ? [{ seq, at, lifeMs, over }] : [];
}

/** Null before anybody hears anything, and where there is no music at all. */
function laneOf({ music, musicHash, intake }: Session): MusicLane | null {
  if (music.phase === null || musicHash !== null) return music.phase;
  return noneWished(intake.choice);
}

/** The tracks after one more event, which has to follow. */
export function followed(tracks: Tracks, event: SessionEvent): Tracks {
  const before = tracks.session;
  const session = evolve(before, event);
  const momentLifeMs = session.life.ms - Math.max(0, event.recordedAt.wallMs - event.occurredAt);
  const fade = session.lights === before?.lights ? null : fadeOf(session);
  const turn = emergencyOf(event, momentLifeMs);
  const lane = laneOf(session);
  const turned = lane !== (tracks.music.at(-1)?.phase ?? null);
  return {
    session,
    light: fade === null ? tracks.light : [...tracks.light, fade],
    music: turned ? [...tracks.music, { fromLifeMs: momentLifeMs, phase: lane }] : tracks.music,
    emergencies: turn.length === 0 ? tracks.emergencies : [...tracks.emergencies, ...turn],
  };
}
