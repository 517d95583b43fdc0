import type { ReactElement } from 'react';
import { standingReadings } from '../../shared/session/worst-reading.ts';
import type { SessionEvent } from '../../shared/session/event.ts';
import type { Session } from '../../shared/session/state.ts';
import type { CopySpeech } from '../i18n/copy/copy.ts';
import { PlainReadings } from './plain-readings.tsx';
import type { ToPrint } from './to-print.ts';

export interface PatientPageProps {
  readonly print: ToPrint;
  readonly speech: CopySpeech;
}

/** One page for the patient, in plain words and in their language: what was given, the readings, what happened, the music; and what is not here. */
export function PatientPage({ print, speech }: PatientPageProps): ReactElement {
  const { t } = speech;
  const { session, events, job } = print;
  const sections = [
    { of: 'given', lines: givenWords(session, speech) },
    { of: 'happened', lines: happenedWords(session, speech) },
    { of: 'music', lines: titlesIn(events) },
    { of: 'words', lines: session.ownWords.map((text) => t('quote', { text })) },
  ] as const;
  return (
    <section className="patient" lang={speech.language}>
      <h1>{t('title', { day: speech.day(dayAtOf(session), session.created.timeZone) })}</h1>
      <p className="who">{patientWords(print, speech)}</p>
      <p>{t('where', { room: session.created.room })}</p>
      {sections
        .filter(({ lines }) => lines.length > 0)
        .map(({ of, lines }) => (
          <section key={of}>
            <h2>{t(of)}</h2>
            <ul className={of === 'music' ? 'titles' : undefined}>
              {lines.map((line, index) => (
                <li key={`${index} ${line}`}>{line}</li>
              ))}
            </ul>
          </section>
        ))}
      <PlainReadings readings={standingReadings(session)} timeZone={session.created.timeZone} speech={speech} />
      <section>
        <h2>{t('about')}</h2>
        <p>{t('notHere')}</p>
        <p>{t(job.kind === 'patientPage' ? 'wholeToo' : 'wholeBehind')}</p>
        <p>{t('wrong')}</p>
      </section>
    </section>
  );
}

/** The moment whose day names the session, epoch ms. */
function dayAtOf({ started, createdAt }: Session): number {
  return started?.at ?? createdAt;
}

/** The patient's two identifiers, in their language; nothing for a practice, which has no copy. */
export function patientWords({ job: { patient } }: ToPrint, { t, birthDate }: CopySpeech): string {
  return patient === null ? '' : t('who', { name: patient.name, birthDate: birthDate(patient.birthDate) });
}

/** Which session, in the patient's language: which infusion, and of what day. */
export function sessionWords({ session }: ToPrint, { t, day }: CopySpeech): string {
  const { infusionNumber: number, plannedInfusions: planned, timeZone } = session.created;
  const which =
    number === null ? [] : [planned === null ? t('infusion', { number }) : t('infusionOf', { number, planned })];
  return [...which, day(dayAtOf(session), timeZone)].join(' · ');
}

function givenWords(session: Session, { t, time: timeAt, number }: CopySpeech): readonly string[] {
  const { order, dose, started, stopped, medications, notGiven, created } = session;
  if (notGiven !== null) return [t('notGiven', { reason: notGiven.reason })];
  if (started === null || order === null) return [];
  const { drug, mg, route } = order.order;
  const time = (at: number): string => timeAt(at, created.timeZone);
  const how = t(`route.${route}`);
  const first =
    dose === null ? t('ordered', { drug, mg: number(mg), how }) : t('dose', { drug, mg: number(dose.mgGiven), how });
  const when =
    stopped === null
      ? t('from', { time: time(started.at) })
      : t('fromTo', { from: time(started.at), to: time(stopped.at) });
  const others = medications.map(({ drug: name, dose: amount, at }) => t('medicine', { name, amount, time: time(at) }));
  return [first, when, ...others];
}

function happenedWords(session: Session, { t, time: timeAt }: CopySpeech): readonly string[] {
  const { marks, aways, stopped, emergencies, finished, created } = session;
  const time = (at: number): string => timeAt(at, created.timeZone);
  const felt = marks
    .filter(({ takenBack }) => !takenBack)
    .map(({ kind, at }) => t('mark', { what: t(`marks.${kind}`), time: time(at) }));
  return [
    ...felt,
    ...aways.map(({ at }) => t('up', { time: time(at) })),
    ...(stopped?.early === true ? [t('early', { reason: t(`reasons.${stopped.reason}`) })] : []),
    ...(emergencies > 0 ? [t('emergency')] : []),
    ...(finished === null ? [] : [t('left', { time: time(finished.at), how: t(`ways.${finished.how}`) })]),
  ];
}

/** What played, in order, each once. */
function titlesIn(events: readonly SessionEvent[]): readonly string[] {
  return [...new Set(events.flatMap(({ body }) => (body.type === 'trackStarted' ? [body.title] : [])))];
}
