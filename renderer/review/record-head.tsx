import type { TFunction } from 'i18next';
import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { SessionView } from '../client/store.ts';
import { calendarDate, dayOf } from '../i18n/format.ts';
import { infusionOfRow } from '../room/start/session-line.ts';
import { ChainLine, type Checked } from './chain-line.tsx';
import type { SentenceContext } from './sentences.ts';
import styles from './review.module.css';

export interface RecordHeadProps {
  readonly view: SessionView;
  readonly context: SentenceContext;
  readonly checked: Checked | null;
  /** What can be done with this record: stands at the right of the name. */
  readonly acts?: ReactNode;
}

/** Whose session, which, where, by whom, on which protocol, and whether the record holds. */
export function RecordHead({ view, context, checked, acts }: RecordHeadProps): ReactElement {
  const { t } = useTranslation();
  const { session, patient, protocol } = view;
  const { created } = session;
  const which = infusionOfRow(created, t);
  const flags = flagsOf(t, session);
  const who =
    patient === null
      ? t('start.practicePatient')
      : t('review.name', { name: patient.name, birthDate: calendarDate(patient.birthDate) });
  // Who signed an order or the record, or added something, after the patient had left was not there for that.
  const over = view.events.findIndex(({ body }) => body.type === 'finished' || body.type === 'notGiven');
  const there = over === -1 ? view.events : view.events.slice(0, over + 1);
  const names = [
    ...new Set(there.flatMap(({ author }) => (author.kind === 'staff' ? [context.nameOf(author.staffId)] : []))),
  ];
  const day = dayOf(session.started?.at ?? session.createdAt, created.timeZone);
  return (
    <header className={styles.head}>
      <h2 className={styles.name}>
        {who}
        {which === null ? null : <span className={styles.whichOne}>, {which}</span>}
      </h2>
      {acts === undefined ? null : <div className={styles.acts}>{acts}</div>}
      <p className={styles.headLine}>
        {flags.map((flag) => (
          <strong key={flag} className={styles.flag}>
            {flag}{' '}
          </strong>
        ))}
        {t('review.head', { day, room: created.room })}. {t('review.who', { names: names.join(', ') })}.{' '}
        {t('review.headProtocol', { title: protocol.title, version: protocol.version })}.{' '}
        <ChainLine checked={checked} />
      </p>
    </header>
  );
}

/** What is to be known of a record before it is read: made up, not given and why, not over, a next infusion that does not simply go on. */
function flagsOf(t: TFunction, { created, notGiven, finished, signature }: SessionView['session']): readonly string[] {
  const next = signature?.next?.decision ?? 'goOn';
  return [
    ...(created.practice ? [t('review.practiceMark')] : []),
    ...(notGiven === null
      ? []
      : [notGiven.postponed ? t('review.postponed', notGiven) : t('review.notGiven', notGiven)]),
    ...(finished === null && notGiven === null ? [t('review.live')] : []),
    ...(next === 'goOn' ? [] : [t('signing.forNext', { words: t(`signing.nextSaid.${next}`) })]),
  ].map((flag) => (flag.endsWith('.') ? flag : `${flag}.`));
}
