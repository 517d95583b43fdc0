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

/** Leads the music into a phase (null: out). Where the running track already belongs to it, it plays on. */
export function turnMusic(session: Session, phase: MusicPhase | null, moment: Moment, fadeMs: number): Session {
  if (session.music.phase === phase) return session;
  const turns = phase !== null && session.music.track?.phase !== phase;
  const turn = turns ? ({ lifeMs: moment.nowLifeMs, why: 'plan' } as const) : null;
  return changedMusic(session, { phase, turn }, moment, fadeMs);
}
