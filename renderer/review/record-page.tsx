import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useRoom } from '../client/room-context.ts';
import { useSession } from '../client/session-store.ts';
import type { SessionView } from '../client/store.ts';
import { useRequest } from '../client/use-request.ts';
import { failureText } from '../i18n/failure.ts';
import { calendarDate, dayOf } from '../i18n/format.ts';
import { comfortWords } from '../i18n/choice-words.ts';
import { Intention } from '../room/session/intake/intention.tsx';
import { keptRounds } from '../room/session/intake/kept.ts';
import { infusionOfRow } from '../room/start/session-line.ts';
import { Banner } from '../ui/banner.tsx';
import { Card } from '../ui/card.tsx';
import { ExportMenu } from './export/export-menu.tsx';
import { factsOf, type Fact } from './facts.ts';
import { ReadingsTable } from './readings-table.tsx';
import { RecordList } from './record-list.tsx';
import type { SentenceContext } from './sentences.ts';
import { timeIn } from './words/context.ts';
import { useRecord } from './use-record.ts';
import styles from './review.module.css';

/** One session as a clinician reads it. The running one is shown as it goes on. */
export function RecordPage({ sessionId }: { readonly sessionId: string }): ReactElement {
  const { t } = useTranslation();
  const read = useRecord(sessionId);
  const live = useSession();
  const view = live?.session.sessionId === sessionId ? live : read.view;
  const staff = useRequest('staff.list', {}).data?.staff ?? [];
  const nameOf = (staffId: string) => staff.find((person) => person.staffId === staffId)?.name ?? staffId;
  return (
    <>
      {read.failure === null ? null : (
        <Banner tone="red">
          {view === null ? '' : t('review.truncated')} {failureText(read.failure).say} {failureText(read.failure).next}
        </Banner>
      )}
      {view === null ? (
        <p className={styles.empty}>{read.failure === null ? t('common.loading') : ''}</p>
      ) : (
        <RecordOf view={view} context={{ t, session: view.session, protocol: view.protocol, nameOf }} />
      )}
    </>
  );
}

function RecordOf({ view, context }: { readonly view: SessionView; readonly context: SentenceContext }): ReactElement {
  const { t } = useTranslation();
  const { clock } = useRoom();
  const { session, protocol } = view;
  return (
    <article className={styles.article}>
      <RecordHead view={view} context={context} />
      <dl className={styles.facts} aria-label={t('review.facts')}>
        {factsOf(session, protocol, clock.now(), t).map((fact) => (
          <FactCell key={fact.name} fact={fact} />
        ))}
      </dl>
      <div className={styles.body}>
        <div className={styles.bodyMain}>
          <Card title={t('review.readings')}>
            <ReadingsTable context={context} />
          </Card>
          <WordsCard view={view} />
        </div>
        <RecordList events={view.events} context={context} />
      </div>
      <footer className={styles.soft}>
        <p>{t('review.roomHeld', { who: watchWords(context) })}</p>
        <p>{t('review.protocol', { title: protocol.title, version: protocol.version, author: protocol.author })}</p>
        <p>{t('review.bands', { name: protocol.bands.setBy, day: dayOf(protocol.bands.setAt) })}</p>
        <p>{t('common.disclaimer')}</p>
      </footer>
    </article>
  );
}

/** Who had the room, and from when: what holds for every minute until the next. */
function watchWords(context: SentenceContext): string {
  const { session, t, nameOf } = context;
  const entries = session.watch.map(({ staffId, at }) =>
    t('handover.from', { name: nameOf(staffId), time: timeIn(context, at) }),
  );
  return entries.length === 0 ? '–' : entries.join(', ');
}

function RecordHead({
  view,
  context,
}: {
  readonly view: SessionView;
  readonly context: SentenceContext;
}): ReactElement {
  const { t } = useTranslation();
  const { session, patient } = view;
  const { created, notGiven } = session;
  const who =
    patient === null
      ? t('start.practicePatient')
      : t('review.name', { name: patient.name, birthDate: calendarDate(patient.birthDate) });
  const names = [
    ...new Set(view.events.flatMap(({ author }) => (author.kind === 'staff' ? [context.nameOf(author.staffId)] : []))),
  ];
  const day = dayOf(session.started?.at ?? session.createdAt, created.timeZone);
  return (
    <header className={styles.head}>
      <h2 className={styles.name}>{[who, infusionOfRow(created, t)].filter((part) => part !== null).join(', ')}</h2>
      <ExportMenu sessionId={session.sessionId} practice={created.practice} />
      <p className={styles.soft}>
        {t('review.head', { day, room: created.room })}. {t('review.who', { names: names.join(', ') })}
      </p>
      {created.practice ? <p className={styles.flag}>{t('review.practiceMark')}</p> : null}
      {notGiven === null ? null : (
        <p className={styles.flag}>
          {notGiven.postponed ? t('review.postponed', notGiven) : t('review.notGiven', notGiven)}
        </p>
      )}
      {session.finished === null && notGiven === null ? <p className={styles.flag}>{t('review.live')}</p> : null}
    </header>
  );
}

function FactCell({ fact }: { readonly fact: Fact }): ReactElement {
  return (
    <div className={styles.fact}>
      <dt>{fact.name}</dt>
      <dd className={styles.figure}>{fact.figure}</dd>
      <dd className={styles.soft}>{fact.detail}</dd>
    </div>
  );
}

/** What the patient brought and took: intention, wishes, their own words. */
function WordsCard({ view }: { readonly view: SessionView }): ReactElement | null {
  const { t } = useTranslation();
  const { intention, wishes, ownWords, intake, sessionId } = view.session;
  const comfort = intake.choice === null ? [] : comfortWords(intake.choice.comfort, t);
  const parts = [
    { name: t('review.intention'), text: intention },
    { name: t('review.wishes'), text: wishes },
    { name: t('intake.comfort.label'), text: comfort.join(' · ') },
    ...ownWords.map((text) => ({ name: t('review.ownWords'), text })),
  ].filter((part) => part.text !== null && part.text !== '');
  if (parts.length === 0 && intake.choice === null) return null;
  return (
    <Card title={null} label={t('review.intention')}>
      <dl className={styles.words}>
        {parts.map((part) => (
          <div key={`${part.name} ${part.text}`}>
            <dt className={styles.soft}>{part.name}</dt>
            <dd>{part.text}</dd>
          </div>
        ))}
      </dl>
      {intake.choice === null ? null : <Intention sessionId={sessionId} round={keptRounds(view)} />}
    </Card>
  );
}
