import { upScene } from '../lights/up.ts';
import { openAway } from './away-state.ts';
import { CALM_DOWN_MS, isLight, led, thenDue } from './decide-lights.ts';
import type { NewSessionEvent } from './event.ts';
import { by, refused, type RuleContext, type Rules } from './rule.ts';
import type { Session } from './state.ts';

/** The light for somebody who gets up rises over this long, ms. */
const RISE_MS = 15_000;

/** The patient lies again: light and music go back over a minute, the light to what came due meanwhile where something did. */
export function patientBack(session: Session, context: RuleContext): NewSessionEvent[] {
  const away = openAway(session);
  if (away === null) return [];
  const first = [by(session, context, { type: 'patientBack', upId: away.upId })];
  const due = thenDue(session, first, context);
  const before = session.lighting.away?.before ?? null;
  if (before === null || due.some(isLight)) return [...first, ...due];
  return [...first, led(session, context, before, CALM_DOWN_MS, 'afterUp'), ...due];
}

/** Commands about a patient who gets up. */
export const awayRules: Rules<'patientUp' | 'patientWalks' | 'pumpRunsWhileUp' | 'patientBack'> = {
  patientUp: (session, { upId }, context) => {
    if (session.aways.some((away) => away.upId === upId)) return refused('away.known', {}, 'upId');
    const up = by(session, context, { type: 'patientUp', upId });
    // Where nobody has touched the light yet the room is lit, and nothing is to come back to.
    if (session.lights === null) return [up];
    return [up, led(session, context, upScene(session, context.lifeMs), RISE_MS, 'patientUp')];
  },
  patientWalks: (session, { walker }, context) => {
    const upId = openAway(session)?.upId;
    return upId === undefined ? [] : [by(session, context, { type: 'patientWalks', upId, walker })];
  },
  pumpRunsWhileUp: (session, _command, context) => {
    const upId = openAway(session)?.upId;
    return upId === undefined ? [] : [by(session, context, { type: 'pumpRunsWhileUp', upId })];
  },
  patientBack: (session, _command, context) => patientBack(session, context),
};
