import { memo, useMemo, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { entryKind, entryKinds, isMain, type EntryKind } from '../../shared/review/entry-kind.ts';
import { replacements } from '../../shared/review/replaced.ts';
import type { SessionEvent } from '../../shared/session/event.ts';
import { Select } from '../ui/field.tsx';
import { usePainted } from '../ui/use-painted.ts';
import { isChoiceStep } from './choice-step.ts';
import { RecordEntry } from './record-entry.tsx';
import type { SentenceContext } from './sentences.ts';
import styles from './review.module.css';

/** `main`: without what the app noted about itself; else everything, of one kind or of all. */
type Shown = 'main' | 'all' | EntryKind;

/** An entry and its share of what stands above the list, px: more than fit a screen so are not in sight at first. */
const ENTRY_PX = 40;

/** The whole record in words, oldest first, narrowed by what it is about and by who entered it. */
export const RecordList = memo(function RecordList({
  events,
  context,
}: {
  readonly events: readonly SessionEvent[];
  readonly context: SentenceContext;
}): ReactElement {
  const { t } = useTranslation();
  const [shown, setShown] = useState<Shown>('main');
  const [who, setWho] = useState('');
  const replaced = useMemo(() => replacements(events), [events]);
  const staff = useMemo(
    () => [...new Set(events.flatMap(({ author }) => (author.kind === 'staff' ? [author.staffId] : [])))],
    [events],
  );
  const fits = (event: SessionEvent, index: number): boolean => {
    if (who !== '' && !(event.author.kind === 'staff' && event.author.staffId === who)) return false;
    if (shown === 'all') return true;
    return shown === 'main' ? isMain(event) && !isChoiceStep(events, index) : entryKind(event) === shown;
  };
  const painted = usePainted();
  const entries = events.filter(fits);
  const drawn = painted ? entries : entries.slice(0, Math.ceil(screen.height / ENTRY_PX));
  return (
    <section className={styles.record} aria-labelledby="record-title">
      <div className={styles.recordHead}>
        <h2 id="record-title" className={styles.sub}>
          {t('review.record')}
        </h2>
        <span className={styles.soft}>{t('review.entriesOf', { shown: entries.length, count: events.length })}</span>
        <Select
          aria-label={t('review.filter')}
          value={shown}
          onChange={(event) => setShown(event.target.value as Shown)}
        >
          <option value="main">{t('review.important')}</option>
          <option value="all">{t('review.all')}</option>
          {entryKinds.map((kind) => (
            <option key={kind} value={kind}>
              {t(`review.kinds.${kind}`)}
            </option>
          ))}
        </Select>
        <Select aria-label={t('review.byWhom')} value={who} onChange={(event) => setWho(event.target.value)}>
          <option value="">{t('review.anybody')}</option>
          {staff.map((staffId) => (
            <option key={staffId} value={staffId}>
              {context.nameOf(staffId)}
            </option>
          ))}
        </Select>
      </div>
      <ol className={styles.events} tabIndex={0} aria-label={t('review.record')}>
        {drawn.map((event) => (
          <RecordEntry key={event.seq} event={event} replaced={replaced.get(event.seq) ?? null} context={context} />
        ))}
      </ol>
      {entries.length === 0 ? <p className={styles.soft}>{t('review.noEntries')}</p> : null}
    </section>
  );
});
