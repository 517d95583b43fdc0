import type { Session } from '../session/state.ts';
import type { PracticeAct, Practised } from './acts.ts';
import { practicePlan, type IncidentKind, type PracticePlan } from './scenario.ts';

/** What a session did that its simulated patient feels, on the session's life axis (ms). */
export interface PracticeFacts {
  readonly preChecksMs: number | null;
  readonly startMs: number | null;
  readonly stopMs: number | null;
  /** Times in which the pump stood by a press; the last may be open. */
  readonly stands: readonly { readonly fromMs: number; readonly toMs: number | null }[];
  readonly medicinesMs: readonly number[];
  readonly acts: readonly Practised[];
}

/** The plan of a session with a simulated patient; null for every other. */
export function planOf({ created }: Pick<Session, 'created'>): PracticePlan | null {
  const { simulation, plannedMs, practice } = created;
  return !practice || simulation === undefined ? null : practicePlan(simulation.scenario, simulation.seed, plannedMs);
}

export function practiceFacts(session: Session): PracticeFacts {
  const lifeOf = (at: number): number => session.life.ms - (session.life.at.wallMs - at);
  return {
    preChecksMs: session.preChecksLifeMs,
    startMs: session.started?.lifeMs ?? null,
    stopMs: session.stopped?.lifeMs ?? null,
    stands: session.pauses
      .filter(({ pumpStood }) => pumpStood)
      .map(({ fromLifeMs, toLifeMs }) => ({ fromMs: fromLifeMs, toMs: toLifeMs })),
    medicinesMs: session.medications.map(({ at }) => lifeOf(at)),
    acts: session.practised,
  };
}

/** Since when (life ms) an incident is there; null while it has not come, and where the pump was stopped before it. */
export function sinceOf(
  plan: PracticePlan,
  { startMs, stopMs }: PracticeFacts,
  kind: IncidentKind,
  nowMs: number,
): number | null {
  const incident = plan.incidents.find((one) => one.kind === kind);
  if (incident === undefined || startMs === null) return null;
  const at = startMs + incident.atMs;
  return at > nowMs || (stopMs !== null && at >= stopMs) ? null : at;
}

/** The first time that something was done from a moment on, up to another; null where it was not. */
export function firstAct(facts: PracticeFacts, act: PracticeAct, fromMs: number, untilMs: number): number | null {
  return facts.acts.find((one) => one.act === act && one.lifeMs >= fromMs && one.lifeMs <= untilMs)?.lifeMs ?? null;
}

/** The first medicine given from a moment on, up to another; null where none was. */
export function firstMedicine({ medicinesMs }: PracticeFacts, fromMs: number, untilMs: number): number | null {
  return medicinesMs.find((at) => at >= fromMs && at <= untilMs) ?? null;
}
