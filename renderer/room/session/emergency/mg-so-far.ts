import type { TFunction } from 'i18next';
import { lifeMs } from '../../../../shared/session/life.ts';
import { givenSoFar, type SoFar } from '../../../../shared/session/pump-state.ts';
import type { Session } from '../../../../shared/session/state.ts';
import type { ClockReading } from '../../../../shared/time/clock.ts';
import { milligrams, timeOfDay } from '../format.ts';

/** What a figure follows from: the pump's own total, a stated rate, or the order alone. */
function sourceWords(t: TFunction, from: SoFar['from']): string {
  if (from.kind === 'order') return t('pump.fromOrder');
  return t(from.kind === 'total' ? 'pump.fromTotal' : 'pump.fromRate', { time: timeOfDay(from.at) });
}

/**
 * About how much has run in by now, for the telephone and for whoever takes over, and what that follows from; null
 * without an order. An estimate: it is always shown as "about", with its source.
 */
export function mgSoFar(
  t: TFunction,
  session: Session,
  now: ClockReading,
): { readonly mg: string; readonly source: string } | null {
  const soFar = givenSoFar(session, lifeMs(session, now));
  return soFar === null ? null : { mg: milligrams(soFar.mg), source: sourceWords(t, soFar.from) };
}
