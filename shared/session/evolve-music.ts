import type { MusicPhase } from '../music/set.ts';
import type { Moment } from './fold.ts';
import type { Session } from './state.ts';

/** The music as changed by an event that the player has to answer: a new generation, with the fade it asks for (ms). */
export function changedMusic(
  session: Session,
  change: Partial<Session['music']>,
  moment: Moment,
  fadeMs: number,
): Session {
  return { ...session, music: { ...session.music, ...change, fadeMs, generation: moment.seq } };
}

type Turn = NonNullable<Session['music']['turn']>;

/** A change to another track, asked for at a moment. `fadeMs` null: by what meets. */
export function turnNow(why: Turn['why'], lifeMs: number, fadeMs: number | null): Turn {
  return { lifeMs, why, presses: 1, askedLifeMs: lifeMs, cueId: null, fadeMs };
}

/** Whether the running track belongs to a phase and nobody has asked for another one. */
function playsOn({ track, failed, turn }: Session['music'], phase: MusicPhase): boolean {
  if (track === null || failed.includes(track.trackId)) return false;
  const asked = turn !== null && turn.why !== 'plan';
  return !asked && (track.phase === phase || track.inPhase === phase);
}

/** A turn of the plan's own; one that a person asked for meanwhile stays what it is. */
function turnOf({ turn }: Session['music'], own: Turn): Turn {
  return turn !== null && turn.why !== 'plan' ? turn : own;
}

/** Leads the music into a phase (null: out) over a fade. Where the running track already belongs to it, it plays on. */
export function turnMusic(session: Session, phase: MusicPhase | null, moment: Moment, fadeMs: number): Session {
  if (session.music.phase === phase) return session;
  const own = turnNow('plan', moment.nowLifeMs, fadeMs);
  const turn = phase === null || playsOn(session.music, phase) ? null : turnOf(session.music, own);
  return changedMusic(session, { phase, turn }, moment, fadeMs);
}

/** A cue has come: what plays is left, or is heard to its end where that is near, as the plan says. Where it belongs to the phase, it plays on. */
export function cueMusic(session: Session, cueId: string, phase: MusicPhase, moment: Moment, fadeMs: number): Session {
  if (session.music.phase === phase) return session;
  const { turn: before } = session.music;
  // What was to turn at once still does; it leads into the new phase.
  const own = before !== null && before.cueId === null ? before : { ...turnNow('plan', moment.nowLifeMs, null), cueId };
  const turn = playsOn(session.music, phase) ? null : turnOf(session.music, own);
  return changedMusic(session, { phase, turn }, moment, fadeMs);
}

/** The pump has stopped: recovery comes in slowly, also over a track that was to be heard to its end. */
export function musicAfterStop(session: Session, moment: Moment, fadeMs: number): Session {
  const { phase, turn } = session.music;
  if (phase !== 'recovery') return turnMusic(session, 'recovery', moment, fadeMs);
  if (turn === null || turn.cueId === null) return session;
  return changedMusic(session, { turn: turnNow('plan', moment.nowLifeMs, fadeMs) }, moment, fadeMs);
}
