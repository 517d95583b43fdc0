import { useMemo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { SessionSummary } from '../../shared/review/summary.ts';
import type { SessionView } from '../client/store.ts';
import { classes } from '../ui/classes.ts';
import { factsOf } from './facts.ts';
import styles from './review.module.css';

/** What is to be seen of a session at a glance. */
export function FactCells({
  view,
  summary,
}: {
  readonly view: SessionView;
  readonly summary: SessionSummary;
}): ReactElement {
  const { t } = useTranslation();
  const { session, protocol, music } = view;
  const facts = useMemo(
    () => factsOf({ t, session, protocol, summary, musicTitle: session.musicTitle ?? music?.set?.title ?? null }),
    [t, session, protocol, summary, music],
  );
  return (
    <dl className={styles.facts} aria-label={t('review.facts')}>
      {facts.map(({ name, figure, detail, tone }) => (
        <div key={name} className={styles.fact}>
          <dt>{name}</dt>
          <dd className={classes(styles.figure, tone === undefined ? false : styles[tone])}>{figure}</dd>
          <dd className={styles.detail} title={detail}>
            {detail}
          </dd>
        </div>
      ))}
    </dl>
  );
}
