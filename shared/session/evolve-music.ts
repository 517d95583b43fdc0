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

/** A change to another track, asked for at a moment. */
export function turnNow(why: 'plan' | 'next' | 'chosen', lifeMs: number): NonNullable<Session['music']['turn']> {
  return { lifeMs, why, presses: 1, askedLifeMs: lifeMs };
}

/** Whether the running track belongs to a phase and nobody has asked for another one. */
function playsOn({ track, failed, turn }: Session['music'], phase: MusicPhase): boolean {
  const asked = turn !== null && turn.why !== 'plan';
  return track?.phase === phase && !asked && !failed.includes(track.trackId);
}

/** A turn of the plan's own; one that a person asked for meanwhile stays what it is. */
function turnOf({ turn }: Session['music'], moment: Moment): Session['music']['turn'] {
  return turn !== null && turn.why !== 'plan' ? turn : turnNow('plan', moment.nowLifeMs);
}

/** Leads the music into a phase (null: out). Where the running track already belongs to it, it plays on. */
export function turnMusic(session: Session, phase: MusicPhase | null, moment: Moment, fadeMs: number): Session {
  if (session.music.phase === phase) return session;
  const turn = phase === null || playsOn(session.music, phase) ? null : turnOf(session.music, moment);
  return changedMusic(session, { phase, turn }, moment, fadeMs);
}
