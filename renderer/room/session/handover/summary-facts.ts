import type { TFunction } from 'i18next';
import { nextDue } from '../../../../shared/session/due.ts';
import { elapsed } from '../../../../shared/session/life.ts';
import { openMarks } from '../../../../shared/session/mark-kinds.ts';
import type { Session } from '../../../../shared/session/state.ts';
import { standingReadings, worstReading, type Taken } from '../../../../shared/session/worst-reading.ts';
import type { Protocol } from '../../../../shared/protocol/schema.ts';
import type { ClockReading } from '../../../../shared/time/clock.ts';
import { readingName } from '../countdown/upcoming.tsx';
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
  const due = nextDue(session, protocol, now);
  if (due === null) return t('handover.noneDue');
  const what = readingName(t, protocol, due.id, due.partly ? due.missing : []);
  const minutes = Math.abs(Math.round(due.dueInMs / 60_000));
  return due.dueInMs >= 0 ? t('handover.inMinutes', { what, minutes }) : t('handover.late', { what, minutes });
}

function readingLine(t: TFunction, reading: Taken | null): string {
  return reading === null ? t('handover.none') : `${timeOfDay(reading.takenAt)}  ${readingWords(t, reading.parts)}`;
}

/** What whoever walks in has to know, in the order in which they ask: given, now, worst, due, what goes on. */
export function summaryFacts(
  t: TFunction,
  session: Session,
  protocol: Protocol,
  now: ClockReading,
): readonly (readonly [label: string, value: string])[] {
  const minutes = Math.floor(elapsed(session, now) / 60_000);
  const phase = t(`shell.phase.${session.phase}`);
  const open = openMarks(session.marks).map((mark) => `${t(`events.kind.${mark.kind}`)} ${timeOfDay(mark.at)}`);
  return [
    [t('handover.terms.given'), givenWords(t, session, now)],
    [t('handover.terms.now'), session.started === null ? phase : `${phase}, ${minutes} min`],
    [t('handover.terms.last'), readingLine(t, standingReadings(session).at(-1) ?? null)],
    [t('handover.terms.worst'), readingLine(t, worstReading(session, protocol))],
    [t('handover.terms.due'), dueWords(t, session, protocol, now)],
    ...(open.length === 0 ? [] : [[t('handover.terms.open'), open.join(', ')] as const]),
  ];
}
