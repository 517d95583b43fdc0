import { gateOf } from '../vitals/gate.ts';
import { allStartBlockers, baselineOf, isOfGate } from './blockers.ts';
import type { SessionCommand } from './command.ts';
import type { SessionBodyOf } from './event-bodies.ts';
import { badTime, by, refused, type Rules } from './rule.ts';

/** Who decides, without the PIN that proved it. */
export function withoutPin(by: Extract<SessionCommand, { type: 'override' }>['by']): SessionBodyOf<'overridden'>['by'] {
  return by.kind === 'prescriber' ? { kind: by.kind, staffId: by.staffId } : by;
}

/** Commands of the gate before the start. */
export const gateRules: Rules<'beginBaselineRest' | 'noteCuff' | 'decideGate'> = {
  beginBaselineRest: (session, _command, context) => [
    by(session, context, { type: 'baselineRestBegun', restMs: context.protocol.readingRules.baselineRestMs }),
  ],
  noteCuff: (session, { readingId, cuff }, context) => {
    const isKnown = session.readings.some((reading) => reading.readingId === readingId && reading.withdrawn === null);
    if (!isKnown) return refused('reading.unknown', {}, 'readingId');
    return [by(session, context, { type: 'cuffNoted', readingId, cuff })];
  },
  decideGate: (session, { decision, reason, by: who }, context) => {
    const baseline = baselineOf(session);
    if (baseline?.parts == null || gateOf(context.protocol.bands, baseline.parts) === 'ok') {
      return refused('gate.within');
    }
    const problem = who.kind === 'telephone' ? badTime(who.at, context.now, 'at') : null;
    if (problem !== null) return problem;
    const person = withoutPin(who);
    const { readingId } = baseline;
    const decided = by(session, context, { type: 'gateDecided', readingId, decision, reason, by: person });
    if (decision === 'wait') return [decided];
    if (decision === 'notToday') return [decided, by(session, context, { type: 'notGiven', reason, postponed: true })];
    const gate = allStartBlockers(session, context.protocol, context.lifeMs).filter(isOfGate);
    const blockers = [...new Set([...(session.override?.blockers ?? []), ...gate.map(({ key }) => key)])];
    return [decided, by(session, context, { type: 'overridden', blockers, reason, by: person })];
  },
};
