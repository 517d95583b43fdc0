import { givenSoFar, mgOfTotal, mgPerHour, standingNotes } from './pump-state.ts';
import type { PumpRate, PumpTotal } from './pump-bodies.ts';
import type { Session } from './state.ts';

/** Why a figure off the pump is asked about once more. None of them says that a rate or dose is right or wrong. */
export type PumpDoubt = 'rateFar' | 'totalFell' | 'totalOver' | 'totalFar';

/**
 * A figure this many times another, or this part of it, is asked about. Ours, no clinical number: a slip by ten or the
 * other unit is caught, a clinic's own half or double rate is asked about once.
 */
const FAR = 2;
/** A total may lie this share over the order (rounding of pump and syringe), and this many mg beside what is reckoned. */
const OVER_SHARE = 0.02;
const NEAR_MG = 1;

/** What is unlikely in a rate: it lies far from what the order says; null where it does not, or there is no order. */
export function rateDoubt(session: Session, rate: PumpRate): PumpDoubt | null {
  const order = session.order?.order ?? null;
  if (order === null) return null;
  const ordered = order.rateMlPerHour * order.concentrationMgPerMl;
  const stated = mgPerHour(rate, order);
  return stated >= ordered * FAR || stated * FAR <= ordered ? 'rateFar' : null;
}

/** What is unlikely in a total at a moment of life time: less than was read before, more than ordered, far from what is reckoned. */
export function totalDoubt(session: Session, total: PumpTotal, atLifeMs: number): PumpDoubt | null {
  const order = session.order?.order ?? null;
  if (order === null) return null;
  const mg = mgOfTotal(total, order);
  const earlier = standingNotes(session).findLast((note) => note.kind === 'total' && note.lifeMs <= atLifeMs);
  if (earlier?.kind === 'total' && mg < mgOfTotal(earlier.total, order)) return 'totalFell';
  if (mg > order.mg * (1 + OVER_SHARE)) return 'totalOver';
  const reckoned = givenSoFar(session, atLifeMs)?.mg ?? 0;
  const isNear = Math.abs(mg - reckoned) <= NEAR_MG;
  return !isNear && (mg >= reckoned * FAR || mg * FAR <= reckoned) ? 'totalFar' : null;
}
