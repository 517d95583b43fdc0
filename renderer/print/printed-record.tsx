import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { createTracker } from '../../shared/chart/tracker.ts';
import { summaryOf } from '../../shared/review/summary.ts';
import { factsOf } from '../review/facts.ts';
import { timeIn } from '../review/words/context.ts';
import type { SentenceContext } from '../review/sentences.ts';
import { comfortWords } from '../i18n/choice-words.ts';
import { dayOf, timeOfDay } from '../i18n/format.ts';
import { whichWords, whoWords } from './page-sheet.ts';
import { PrintedChart } from './printed-chart.tsx';
import { PrintedEntries } from './printed-entries.tsx';
import { PrintedReadings } from './printed-readings.tsx';
import type { ToPrint } from './to-print.ts';

/** A session on paper: who and which, the facts at a glance, the chart, every reading, the words, every entry, what it ran on. */
export function PrintedRecord({ print }: { readonly print: ToPrint }): ReactElement {
  const { t } = useTranslation();
  const { job, session, events } = print;
  const names = new Map(job.staff.map(({ staffId, name }) => [staffId, name]));
  const nameOf = (staffId: string): string => names.get(staffId) ?? staffId;
  const context: SentenceContext = { t, session, protocol: job.protocol, nameOf };
  const summary = summaryOf(session, job.protocol, createTracker()(events), session.life.at);
  const facts = factsOf({ t, session, protocol: job.protocol, summary, musicTitle: session.musicTitle });
  return (
    <main>
      <header>
        <h1>{t(session.created.practice ? 'printed.titlePractice' : 'printed.title')}</h1>
        <p className="who">{whoWords(print, t)}</p>
        <p>
          {whichWords(print, t)} · {session.created.room}
        </p>
        {session.notGiven === null ? null : (
          <p className="flag">
            {session.notGiven.postponed
              ? t('review.postponed', session.notGiven)
              : t('review.notGiven', session.notGiven)}
          </p>
        )}
        <SignedLine print={print} context={context} />
        {session.finished === null && session.notGiven === null ? <p className="flag">{t('printed.notOver')}</p> : null}
      </header>
      <section>
        <h2>{t('review.facts')}</h2>
        <dl className="facts">
          {facts.map(({ name, figure, detail }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd className="figure">{figure}</dd>
              <dd>{detail}</dd>
            </div>
          ))}
        </dl>
      </section>
      {session.started === null ? null : <PrintedChart print={print} />}
      <PrintedReadings print={print} context={context} />
      <Words print={print} />
      <PrintedEntries events={events} context={context} />
      <Colophon print={print} context={context} />
    </main>
  );
}

/** Whether anybody stands behind it, seen on the first page; nobody signs a practice, or what is not over. */
function SignedLine({
  print: { session },
  context: { t, nameOf },
}: {
  readonly print: ToPrint;
  readonly context: SentenceContext;
}): ReactElement | null {
  const { signature, created, finished, notGiven } = session;
  if (created.practice || (finished === null && notGiven === null)) return null;
  if (signature === null) return <p className="flag">{t('printed.unsigned')}</p>;
  const { staffId, at } = signature;
  const { timeZone } = created;
  return (
    <p>{t('printed.signed', { name: nameOf(staffId), day: dayOf(at, timeZone), time: timeOfDay(at, timeZone) })}</p>
  );
}

/** What the patient brought and took, as far as they agreed that it stands here. */
function Words({ print: { session, job } }: { readonly print: ToPrint }): ReactElement | null {
  const { t } = useTranslation();
  const { wishes, ownWords, intake } = session;
  const comfort = intake.choice === null ? [] : comfortWords(intake.choice.comfort, t);
  const parts = [
    { name: t('review.intention'), text: intake.choice?.intention?.text ?? null },
    { name: t('review.wishes'), text: wishes },
    { name: t('intake.comfort.label'), text: comfort.join(' · ') },
    ...ownWords.map((text) => ({ name: t('review.ownWords'), text })),
  ].filter(({ text }) => text !== null && text !== '');
  if (parts.length === 0 && !job.intentionLeftOut) return null;
  return (
    <section>
      <h2>{t('printed.words')}</h2>
      <dl>
        {parts.map(({ name, text }) => (
          <div key={`${name} ${text}`} className="words">
            <dt>{name}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      {job.intentionLeftOut ? <p>{t('printed.intentionLeftOut')}</p> : null}
    </section>
  );
}

/** Who had the room, on which version of the clinic's plan, whose bands, and what this paper is not. */
function Colophon({
  print: { job, session },
  context,
}: {
  readonly print: ToPrint;
  readonly context: SentenceContext;
}): ReactElement {
  const { t } = useTranslation();
  const { protocol } = job;
  const watch = session.watch.map(({ staffId, at }) =>
    t('handover.from', { name: context.nameOf(staffId), time: timeIn(context, at) }),
  );
  const { timeZone } = session.created;
  return (
    <section className="whole">
      <h2>{t('printed.about')}</h2>
      <p>{t('review.roomHeld', { who: watch.length === 0 ? '–' : watch.join(', ') })}</p>
      <p>{t('review.protocol', { title: protocol.title, version: protocol.version, author: protocol.author })}</p>
      <p>{t('review.bands', { name: protocol.bands.setBy, day: dayOf(protocol.bands.setAt) })}</p>
      <p>{t('printed.made', { day: dayOf(job.madeAt, timeZone), time: timeOfDay(job.madeAt, timeZone) })}</p>
      <p>{t('printed.ids', { session: session.sessionId, plan: session.created.protocolHash, zone: timeZone })}</p>
      <p>{t('common.disclaimer')}</p>
    </section>
  );
}
