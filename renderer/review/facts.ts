import type { TFunction } from 'i18next';
import type { Protocol } from '../../shared/protocol/schema.ts';
import { dueReadings } from '../../shared/session/due.ts';
import type { ReadingState } from '../../shared/session/reading-state.ts';
import type { Session } from '../../shared/session/state.ts';
import type { ClockReading } from '../../shared/time/clock.ts';
import { formatElapsed } from '../../shared/time/format.ts';
import { elapsed } from '../../shared/session/life.ts';
import { timeOfDay } from '../i18n/format.ts';

/** One cell of the row of facts: a name, a figure, a word on it. */
export interface Fact {
  readonly name: string;
  readonly figure: string;
  readonly detail: string;
}

const NONE = '–';
const minutes = (ms: number) => Math.round(ms / 60_000);

/** What a clinician wants to know in ten seconds. `now`: the clocks, for a session that still runs. */
export function factsOf(session: Session, protocol: Protocol, now: ClockReading, t: TFunction): readonly Fact[] {
  const standing = session.readings.filter((reading) => reading.parts !== null && reading.withdrawn === null);
  return [
    infusionFact(session, now, t),
    doseFact(session, t),
    peakFact(session, standing, t),
    lowestFact(session, standing, t),
    onTimeFact(session, protocol, now, t),
    eventsFact(session, t),
    leftFact(session, t),
  ];
}

function infusionFact(session: Session, now: ClockReading, t: TFunction): Fact {
  const name = t('review.infusion');
  if (session.started === null) return { name, figure: NONE, detail: t('review.notStarted') };
  const ranMs = session.stopped?.sessionMs ?? elapsed(session, now);
  const stood = session.pauses.filter((pause) => pause.pumpStood).length;
  const details = [
    t('review.planned', { minutes: minutes(session.plannedMs) }),
    stood === 0 ? t('review.noPause') : t('review.pauses', { count: stood }),
    ...(session.stopped?.early === true
      ? [t('review.endedEarly', { reason: t(`sentence.stopReason.${session.stopped.reason}`) })]
      : []),
    ...(session.stopped === null ? [t('review.running')] : []),
  ];
  return { name, figure: formatElapsed(ranMs), detail: details.join(', ') };
}

function doseFact({ order, dose }: Session, t: TFunction): Fact {
  const name = order?.order.drug ?? t('review.dose');
  if (order === null) return { name, figure: NONE, detail: t('review.noOrder') };
  const { mg, mgPerKg, weightKg } = order.order;
  const sum = t('review.doseOrder', { mgPerKg, weightKg });
  if (dose === null) return { name, figure: `${mg} mg`, detail: `${sum}, ${t('review.doseOpen')}` };
  const discarded = dose.mgDiscarded > 0 ? `, ${t('review.doseDiscarded', { mg: dose.mgDiscarded })}` : '';
  return { name, figure: `${dose.mgGiven} mg`, detail: sum + discarded };
}

function peakFact(session: Session, readings: readonly ReadingState[], t: TFunction): Fact {
  const name = t('review.peak');
  const during = readings.filter((reading) => reading.readingId !== session.baselineId);
  const peak = best(during, (reading) => reading.parts?.systolic ?? null);
  if (peak?.parts == null) return { name, figure: NONE, detail: t('review.noReading') };
  const before = readings.find((reading) => reading.readingId === session.baselineId)?.parts?.systolic ?? null;
  const time = timeIn(session, peak.takenAt);
  const systolic = peak.parts.systolic ?? 0;
  const share = before === null ? null : Math.round((systolic / before - 1) * 100);
  const percent = share === null ? null : share < 0 ? `−${-share}` : `+${share}`;
  const detail = percent === null ? t('review.at', { time }) : t('review.overBaseline', { percent, time });
  return { name, figure: `${systolic}/${peak.parts.diastolic ?? NONE}`, detail };
}

function lowestFact(session: Session, readings: readonly ReadingState[], t: TFunction): Fact {
  const name = t('review.lowest');
  const lowest = best(readings, (reading) => (reading.parts?.spo2 == null ? null : -reading.parts.spo2));
  if (lowest?.parts == null) return { name, figure: NONE, detail: t('review.noReading') };
  return { name, figure: `${lowest.parts.spo2} %`, detail: t('review.at', { time: timeIn(session, lowest.takenAt) }) };
}

function onTimeFact(session: Session, protocol: Protocol, now: ClockReading, t: TFunction): Fact {
  const name = t('review.onTime');
  const past = dueReadings(session, protocol, now).filter(
    ({ state }) => state !== 'upcoming' && state !== 'soon' && state !== 'due',
  );
  const applied = past.filter(({ state, dueInMs }) => state !== 'lapsed' || dueInMs < 0);
  const windowOf = (id: string) => protocol.dueReadings.find((due) => due.id === id)?.windowMs ?? 0;
  const lateness = applied.map((due) => {
    const label = t(`sentence.due.${due.from}`, { minutes: minutes(due.offsetMs) });
    if (due.state !== 'taken') return t('review.missed', { due: label });
    const taken = session.readings.find((reading) => reading.readingId === due.readingId);
    return taken === undefined || Math.abs(taken.lifeMs - due.lifeMs) <= windowOf(due.id)
      ? null
      : t('review.late', { due: label });
  });
  const wrong = lateness.filter((word) => word !== null);
  const figure = t('review.onTimeOf', { taken: applied.length - wrong.length, due: applied.length });
  if (session.started === null) return { name, figure: NONE, detail: t('review.notStarted') };
  return { name, figure, detail: wrong.length === 0 ? t('review.allOnTime') : wrong.join(', ') };
}

function eventsFact(session: Session, t: TFunction): Fact {
  const marks = session.marks.filter((mark) => !mark.takenBack);
  const words = marks.map((mark) => `${t(`sentence.mark.${mark.kind}`)} ${timeIn(session, mark.at)}`);
  if (session.medications.length > 0) words.push(t('review.medications', { count: session.medications.length }));
  if (session.emergencies > 0) words.push(t('review.emergencies', { count: session.emergencies }));
  return {
    name: t('review.events'),
    figure: String(marks.length),
    detail: words.length === 0 ? t('review.noEvents') : words.join(', '),
  };
}

function leftFact(session: Session, t: TFunction): Fact {
  const name = t('review.left');
  const { finished, score } = session;
  if (finished === null) return { name, figure: NONE, detail: t('review.notLeft') };
  const details = [
    t(`sentence.how.${finished.how}`),
    ...(score === null ? [] : [t('review.score', { total: score.total })]),
    ...(finished.escort === null ? [] : [t('review.withEscort', { escort: finished.escort })]),
  ];
  return { name, figure: timeIn(session, finished.at), detail: details.join(', ') };
}

function timeIn(session: Session, atMs: number): string {
  return timeOfDay(atMs, session.created.timeZone);
}

/** The reading with the highest value, the earliest of equals; null where none has one. */
function best(readings: readonly ReadingState[], value: (reading: ReadingState) => number | null): ReadingState | null {
  return readings.reduce<ReadingState | null>((found, reading) => {
    const own = value(reading);
    if (own === null) return found;
    const other = found === null ? null : value(found);
    return other === null || own > other ? reading : found;
  }, null);
}
