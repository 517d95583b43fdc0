import type { Protocol } from '../protocol/schema.ts';
import type { Session } from '../session/state.ts';
import { lifeOfSession } from '../session/life.ts';
import { lightWaits } from '../session/light-state.ts';
import type { Cue } from './cue.ts';

/** A cue that has come due, and when it did on the life axis. */
export interface DueCue {
  readonly cue: Cue;
  readonly lifeMs: number;
}

/** What to do with a cue that is due. */
export type CuePlan = { readonly kind: 'fire' | 'supersede'; readonly cue: Cue };

/** Later anchors outrank earlier ones: once the return has begun, nothing that counts from the start undoes it. */
const RANK: Readonly<Record<Cue['anchor']['from'], number>> = { start: 0, zero: 1, recovery: 2 };

/** Session time of a cue that counts from the start or from zero, ms; null for one of recovery. */
export function cueSessionMs(session: Session, { anchor }: Cue): number | null {
  if (anchor.from === 'recovery') return null;
  return anchor.from === 'start' ? anchor.offsetMs : Math.max(0, session.plannedMs + anchor.offsetMs);
}

/** When a cue comes or came due on the life axis; null where nothing says so yet (not started, pump paused before it). */
export function cueLifeMs(session: Session, cue: Cue): number | null {
  const sessionMs = cueSessionMs(session, cue);
  if (sessionMs !== null) return lifeOfSession(session, sessionMs);
  return session.stopped === null ? null : session.stopped.lifeMs + cue.anchor.offsetMs;
}

/** Cues not dealt with whose moment has passed, in the order in which they came due. */
export function cuesDue(session: Session, protocol: Protocol, nowLifeMs: number): DueCue[] {
  const due: DueCue[] = [];
  for (const cue of protocol.cues) {
    if (cue.id in session.cues) continue;
    // After the pump's stop a cue of the infusion has no moment, unless it had come due before.
    const lifeMs = cueLifeMs(session, cue);
    if (lifeMs !== null && lifeMs <= nowLifeMs) due.push({ cue, lifeMs });
  }
  return due.toSorted((a, b) => RANK[a.cue.anchor.from] - RANK[b.cue.anchor.from] || a.lifeMs - b.lifeMs);
}

/** How long until the next cue that is still to come, ms of life time; null where the clock alone brings none. */
export function nextCueIn(session: Session, protocol: Protocol, nowLifeMs: number): number | null {
  const moments = protocol.cues.flatMap((cue) => {
    if (cue.id in session.cues) return [];
    if (session.stopped !== null && cue.anchor.from !== 'recovery') return [];
    return cueLifeMs(session, cue) ?? [];
  });
  const next = Math.min(...moments.filter((moment) => moment > nowLifeMs));
  return next === Infinity ? null : next - nowLifeMs;
}

/**
 * Whether a cue has to wait: for the end of an emergency, the press after a long gap, or the patient's rest; one of light
 * also while a person holds it.
 */
export function isHeld(session: Session, { action }: Cue): boolean {
  if (session.emergency !== null || session.waiting) return true;
  if (action.kind === 'scene' && lightWaits(session)) return true;
  return session.resting && action.kind !== 'music';
}

/** Whether a light cue came due before this moment and waits for the press that lets the light go on. */
export function waitsForLight(session: Session, cue: Cue, momentLifeMs: number): boolean {
  if (cue.action.kind !== 'scene' || cue.id in session.cues || !lightWaits(session)) return false;
  const lifeMs = cueLifeMs(session, cue);
  return lifeMs !== null && lifeMs <= momentLifeMs;
}

/** Whether a cue of the same kind and a later anchor has already been carried out. */
export function isOutranked(session: Session, protocol: Protocol, cue: Cue): boolean {
  return protocol.cues.some(
    (other) =>
      other.action.kind === cue.action.kind &&
      RANK[other.anchor.from] > RANK[cue.anchor.from] &&
      other.id in session.cues &&
      session.cues[other.id] !== 'passed',
  );
}

/** What to do with the cues that are due: of several scenes only the last, of several music changes only the last, every prompt. */
export function planCues(session: Session, protocol: Protocol, nowLifeMs: number): CuePlan[] {
  const open = cuesDue(session, protocol, nowLifeMs).filter(({ cue }) => !isHeld(session, cue));
  return open.map(({ cue }, index) => {
    if (cue.action.kind === 'prompt') return { kind: 'fire', cue };
    const later = open.slice(index + 1).some((other) => other.cue.action.kind === cue.action.kind);
    return { kind: later || isOutranked(session, protocol, cue) ? 'supersede' : 'fire', cue };
  });
}
