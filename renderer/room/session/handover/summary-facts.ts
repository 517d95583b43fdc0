import type { TFunction } from 'i18next';
import { openAway } from '../../../../shared/session/away-state.ts';
import { isWaiting } from '../../../../shared/session/call-state.ts';
import { openBand } from '../../../../shared/session/attention.ts';
import type { MarkState } from '../../../../shared/session/care-state.ts';
import { elapsed } from '../../../../shared/session/life.ts';
import { openMarks } from '../../../../shared/session/mark-kinds.ts';
import { readingCall } from '../../../../shared/session/reading-call.ts';
import { levelOfReading } from '../../../../shared/session/reading-level.ts';
import type { Session } from '../../../../shared/session/state.ts';
import { standingReadings, worstReading, type Taken } from '../../../../shared/session/worst-reading.ts';
import type { Protocol } from '../../../../shared/protocol/schema.ts';
import type { ClockReading } from '../../../../shared/time/clock.ts';
import { callWords } from '../attention/call-words.ts';
import { mgSoFar } from '../emergency/mg-so-far.ts';
import { milligrams, timeOfDay } from '../format.ts';
import { readingWords } from '../reading/words.ts';

function givenWords(t: TFunction, session: Session, now: ClockReading): string {
  const order = session.order?.order ?? null;
  const medicines = session.medications.map(({ drug, dose, at }) => `${timeOfDay(at)} ${drug} ${dose}`);
  if (order === null) return [t('handover.noOrder'), ...medicines].join('; ');
  const { drug } = order;
  const ordered = milligrams(order.mg);
  const { mg, source } = mgSoFar(t, session, now) ?? { mg: '', source: '' };
  const infused =
    session.dose !== null
      ? t('handover.given', { mg: milligrams(session.dose.mgGiven), drug })
      : session.started === null
        ? t('handover.order', { mg: ordered, drug })
        : t('handover.about', { mg, ordered, drug, source });
  return [infused, ...medicines].join('; ');
}

function dueWords(t: TFunction, session: Session, protocol: Protocol, now: ClockReading): string {
  const call = readingCall(session, protocol, now);
  if (call === null) return t('handover.noneDue');
  const what = callWords(t, protocol, call);
  const minutes = Math.abs(Math.round(call.dueInMs / 60_000));
  return call.dueInMs >= 0 ? t('handover.inMinutes', { what, minutes }) : t('handover.late', { what, minutes });
}

function readingLine(t: TFunction, reading: Taken | null): string {
  return reading === null ? t('handover.none') : `${timeOfDay(reading.takenAt)}  ${readingWords(t, reading.parts)}`;
}

/** Where the session stands: its phase, how far, and since when the pump stands. */
function nowWords(t: TFunction, session: Session, now: ClockReading): string {
  const phase = t(`shell.phase.${session.phase}`);
  const minutes = Math.floor(elapsed(session, now) / 60_000);
  return [
    session.started === null ? phase : t('handover.minute', { phase, minutes }),
    ...(session.pause === null ? [] : [t('handover.paused', { time: timeOfDay(session.pause.at) })]),
  ].join(', ');
}

/** The worst reading as the bands of today call it. */
function worstLine(t: TFunction, session: Session, protocol: Protocol): string {
  const worst = worstReading(session, protocol);
  const line = readingLine(t, worst);
  const level = worst === null ? 'ok' : levelOfReading(session, protocol.bands, worst);
  return level === 'ok' ? line : `${line}, ${t(`readings.level.${level}`)}`;
}

function markWords(t: TFunction, { kind, severity, at }: MarkState): string {
  const words = [t(`events.kind.${kind}`), ...(severity === null ? [] : [t(`events.severity.${severity}`)])];
  return [...words, timeOfDay(at)].join(' ');
}

/** What nobody has settled yet: an emergency, a band that asks, a patient who is up, a doctor who has not answered, events. */
function openWords(t: TFunction, session: Session, protocol: Protocol): readonly string[] {
  const away = openAway(session);
  const band = openBand(session, protocol);
  const { emergency } = session;
  return [
    ...(emergency === null ? [] : [t('handover.emergency', { time: timeOfDay(emergency.at) })]),
    ...(band === null ? [] : [t(`handover.band.${band.band.level}`, { time: timeOfDay(band.reading.takenAt) })]),
    ...(away === null ? [] : [t('handover.up', { time: timeOfDay(away.at) })]),
    ...session.calls.filter(isWaiting).map(({ at }) => t('handover.called', { time: timeOfDay(at) })),
    ...openMarks(session.marks).map((mark) => markWords(t, mark)),
  ];
}

/** What a doctor ordered by telephone today, the newest last: whoever takes over acts on it. */
function orderedWords(t: TFunction, { calls }: Session): readonly string[] {
  return calls.flatMap(({ answer }) => {
    if (answer === null || answer.order === null) return [];
    return [t('handover.ordered', { time: timeOfDay(answer.at), who: answer.who.name, text: answer.order.text })];
  });
}

/** What whoever walks in has to know, in the order in which they ask: given, ordered by telephone, now, worst, due, what goes on. */
export function summaryFacts(
  t: TFunction,
  session: Session,
  protocol: Protocol,
  now: ClockReading,
): readonly (readonly [label: string, value: string])[] {
  const open = openWords(t, session, protocol);
  const ordered = orderedWords(t, session);
  return [
    [t('handover.terms.given'), givenWords(t, session, now)],
    ...(ordered.length === 0 ? [] : [[t('handover.terms.ordered'), ordered.join('; ')] as const]),
    [t('handover.terms.now'), nowWords(t, session, now)],
    [t('handover.terms.last'), readingLine(t, standingReadings(session).at(-1) ?? null)],
    [t('handover.terms.worst'), worstLine(t, session, protocol)],
    [t('handover.terms.due'), dueWords(t, session, protocol, now)],
    ...(open.length === 0 ? [] : [[t('handover.terms.open'), open.join(', ')] as const]),
  ];
}
