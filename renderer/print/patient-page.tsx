import type { TFunction } from 'i18next';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { standingReadings } from '../../shared/session/worst-reading.ts';
import type { SessionEvent } from '../../shared/session/event.ts';
import type { Session } from '../../shared/session/state.ts';
import { dayOf, timeOfDay } from '../i18n/format.ts';
import { whoWords } from './page-sheet.ts';
import type { ToPrint } from './to-print.ts';

/** One page for the patient, in plain words: what was given, the readings, what happened, the music; and what is not here. */
export function PatientPage({ print }: { readonly print: ToPrint }): ReactElement {
  const { t } = useTranslation();
  const { session, events, job } = print;
  const zone = session.created.timeZone;
  const day = dayOf(session.started?.at ?? session.createdAt, zone);
  const sections = [
    { name: t('patientCopy.given'), lines: givenWords(session, t) },
    { name: t('patientCopy.happened'), lines: happenedWords(session, t) },
    { name: t('patientCopy.music'), lines: titlesIn(events) },
    { name: t('patientCopy.words'), lines: ownWords(session) },
  ].filter(({ lines }) => lines.length > 0);
  return (
    <section className="patient">
      <h1>{t('patientCopy.title', { day })}</h1>
      <p className="who">{whoWords(print, t)}</p>
      <p>{t('patientCopy.where', { room: session.created.room })}</p>
      {sections.map(({ name, lines }) => (
        <section key={name}>
          <h2>{name}</h2>
          <ul>
            {lines.map((line, index) => (
              <li key={`${index} ${line}`}>{line}</li>
            ))}
          </ul>
        </section>
      ))}
      <PlainReadings session={session} />
      <section>
        <h2>{t('patientCopy.about')}</h2>
        <p>{t('patientCopy.notHere')}</p>
        {job.kind === 'patientPage' ? <p>{t('patientCopy.wholeToo')}</p> : <p>{t('patientCopy.wholeBehind')}</p>}
        <p>{t('patientCopy.wrong')}</p>
      </section>
    </section>
  );
}

function givenWords(session: Session, t: TFunction): readonly string[] {
  const { order, dose, started, stopped, medications, notGiven, created } = session;
  if (notGiven !== null) return [t('patientCopy.notGiven', { reason: notGiven.reason })];
  if (started === null || order === null) return [];
  const { drug, mg, route } = order.order;
  const time = (at: number): string => timeOfDay(at, created.timeZone);
  const how = t(`patientCopy.route.${route}`);
  const first =
    dose === null
      ? t('patientCopy.ordered', { drug, mg, how })
      : t('patientCopy.dose', { drug, mg: dose.mgGiven, how });
  const when =
    stopped === null
      ? t('patientCopy.from', { time: time(started.at) })
      : t('patientCopy.fromTo', { from: time(started.at), to: time(stopped.at) });
  const others = medications.map(({ drug: name, dose: amount, at }) =>
    t('patientCopy.medicine', { name, amount, time: time(at) }),
  );
  return [first, when, ...others];
}

function happenedWords(session: Session, t: TFunction): readonly string[] {
  const { marks, aways, stopped, emergencies, finished, created } = session;
  const time = (at: number): string => timeOfDay(at, created.timeZone);
  const felt = marks
    .filter(({ takenBack }) => !takenBack)
    .map(({ kind, at }) => t('patientCopy.mark', { what: t(`sentence.mark.${kind}`), time: time(at) }));
  return [
    ...felt,
    ...aways.map(({ at }) => t('patientCopy.up', { time: time(at) })),
    ...(stopped?.early === true
      ? [t('patientCopy.early', { reason: t(`sentence.stopReason.${stopped.reason}`) })]
      : []),
    ...(emergencies > 0 ? [t('patientCopy.emergency')] : []),
    ...(finished === null
      ? []
      : [t('patientCopy.left', { time: time(finished.at), how: t(`sentence.how.${finished.how}`) })]),
  ];
}

/** What played, in order, each once. */
function titlesIn(events: readonly SessionEvent[]): readonly string[] {
  return [...new Set(events.flatMap(({ body }) => (body.type === 'trackStarted' ? [body.title] : [])))];
}

function ownWords({ ownWords: words }: Session): readonly string[] {
  return words.map((text) => `“${text}”`);
}

/** The readings that count, in a small table with plain names. */
function PlainReadings({ session }: { readonly session: Session }): ReactElement | null {
  const { t } = useTranslation();
  const readings = standingReadings(session);
  if (readings.length === 0) return null;
  return (
    <section>
      <h2>{t('patientCopy.readings')}</h2>
      <table>
        <thead>
          <tr>
            {(['time', 'pressure', 'oxygen', 'pulse'] as const).map((column) => (
              <th key={column} scope="col">
                {t(`patientCopy.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {readings.map(({ readingId, takenAt, parts }) => (
            <tr key={readingId}>
              <th scope="row">{timeOfDay(takenAt, session.created.timeZone)}</th>
              <td>{parts.systolic === null ? '' : `${parts.systolic}/${parts.diastolic ?? '–'}`}</td>
              <td>{parts.spo2 === null ? '' : `${parts.spo2} %`}</td>
              <td>{parts.pulse}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
