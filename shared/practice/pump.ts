import type { Session } from '../session/state.ts';
import { firstAct, sinceOf, type PracticeFacts } from './facts.ts';
import type { PracticePlan } from './scenario.ts';

/** What stands on the pump's display: `blocked` has stopped by itself; `free` stands still and could run. */
export type PumpNow = 'idle' | 'running' | 'paused' | 'blocked' | 'free' | 'stopped';

/** When the pump stopped by itself, and when the line was free again (null: it is not), life ms; null where it never did. */
export function blockedSpan(
  plan: PracticePlan,
  facts: PracticeFacts,
  nowMs: number,
): { readonly fromMs: number; readonly toMs: number | null } | null {
  const fromMs = sinceOf(plan, facts, 'pump', nowMs);
  return fromMs === null ? null : { fromMs, toMs: firstAct(facts, 'line', fromMs, facts.stopMs ?? nowMs) };
}

/** When the simulated pump stood, by a press or by itself. */
export function pumpStands(plan: PracticePlan, facts: PracticeFacts, nowMs: number): PracticeFacts['stands'] {
  const blocked = blockedSpan(plan, facts, nowMs);
  return blocked === null ? facts.stands : [...facts.stands, blocked];
}

/** The simulated pump at a moment. What the nurse presses in the app reports it; only its trouble is its own. */
export function pumpAt(
  plan: PracticePlan,
  session: Pick<Session, 'pump' | 'stopped'>,
  facts: PracticeFacts,
  nowMs: number,
): PumpNow {
  if (session.stopped !== null) return 'stopped';
  if (session.pump === 'idle') return 'idle';
  const blocked = blockedSpan(plan, facts, nowMs);
  if (blocked !== null && blocked.toMs === null) return 'blocked';
  if (session.pump !== 'paused') return 'running';
  const [pause] = facts.stands.slice(-1);
  return blocked?.toMs !== undefined && blocked.toMs !== null && blocked.toMs >= (pause?.fromMs ?? 0)
    ? 'free'
    : 'paused';
}
