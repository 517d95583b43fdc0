import { useContext, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { dayOf, timeOfDay } from '../../i18n/format.ts';
import { RecordList } from '../../review/record-list.tsx';
import { sentenceOf, type SentenceContext } from '../../review/sentences.ts';
import { StaffContext, staffName } from '../../room/session/staff.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import styles from '../record.module.css';
import type { OpenedCopy } from './read-copy.ts';

/** One emergency copy: first what the record lacks, then all of it in words. */
export function CopyDialog({
  copy,
  onClose,
}: {
  readonly copy: OpenedCopy;
  readonly onClose: () => void;
}): ReactElement {
  const { t } = useTranslation();
  const staff = useContext(StaffContext);
  const { view, madeAt } = copy;
  const { session, protocol, patient, events } = view;
  const context: SentenceContext = { t, session, protocol, nameOf: (staffId) => staffName(staff, staffId) };
  const when = t('record.health.when', { day: dayOf(madeAt), time: timeOfDay(madeAt) });
  return (
    <Dialog
      title={t('record.copies.of', { patient: patient?.name ?? t('record.copies.practice') })}
      wide
      onClose={onClose}
      foot={<Button onClick={onClose}>{t('record.copies.close')}</Button>}
    >
      <div className={styles.card}>
        <p className={styles.soft}>
          {copy.name}. {t('record.copies.made', { when, entries: events.length })}
        </p>
        <Missing copy={copy} context={context} />
        <RecordList events={events} context={context} />
      </div>
    </Dialog>
  );
}

function Missing({ copy, context }: { readonly copy: OpenedCopy; readonly context: SentenceContext }): ReactElement {
  const { t } = context;
  const { missing, view } = copy;
  if (missing === null) return <Banner tone="amber">{t('record.copies.unknown')}</Banner>;
  if (missing.size === 0) return <Banner tone="done">{t('record.copies.complete')}</Banner>;
  const zone = view.session.created.timeZone;
  return (
    <>
      <Banner tone="amber">{t('record.copies.missing', { count: missing.size })}</Banner>
      <ul aria-label={t('record.copies.missingList')}>
        {view.events
          .filter(({ seq }) => missing.has(seq))
          .map((event) => (
            <li key={event.seq}>
              {t('record.copies.entry', {
                time: timeOfDay(event.occurredAt, zone),
                words: sentenceOf(event, context),
              })}
            </li>
          ))}
      </ul>
    </>
  );
}
