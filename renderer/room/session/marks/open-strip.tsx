import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { MarkState } from '../../../../shared/session/care-state.ts';
import { lifeMs } from '../../../../shared/session/life.ts';
import { isOpen, openMarks } from '../../../../shared/session/mark-kinds.ts';
import { Button } from '../../../ui/button.tsx';
import { useLocked, useViewNow } from '../view.ts';
import { EventsDialog } from './event-list.tsx';
import { NewestMark, OlderMark } from './mark-chip.tsx';
import styles from './strip.module.css';

/** How long a press can be taken back with one more press, ms. Later it is corrected in the list, with the original kept. */
export const TAKE_BACK_MS = 10_000;
/** So many older events stand beside the newest one, at the narrowest; the rest is one press away. */
const OLDER = 1;

/** What still goes on, above the buttons and in a place of its own: it covers nothing, and it is gone when all is settled. */
export function OpenStrip(): ReactElement | null {
  const { t } = useTranslation();
  const { session, now } = useViewNow();
  const locked = useLocked();
  const [all, setAll] = useState(false);
  // A locked screen tells nothing of the patient but what was entered on it.
  const told = locked ? session.marks.filter(({ author }) => author.kind === 'unsigned') : session.marks;
  const leftMs = (mark: MarkState) => TAKE_BACK_MS - (lifeMs(session, now) - mark.lifeMs);
  const newest = told.findLast((mark) => isOpen(mark) || (!mark.takenBack && leftMs(mark) > 0));
  const older = openMarks(told).filter((mark) => mark !== newest);
  if (newest === undefined) return null;
  return (
    <div className={styles.strip} data-strip role="group" aria-label={t('events.open')}>
      <NewestMark mark={newest} leftS={Math.ceil(leftMs(newest) / 1000)} />
      {older.slice(0, OLDER).map((mark) => (
        <OlderMark key={mark.markId} mark={mark} />
      ))}
      {older.length > OLDER ? (
        <Button onClick={() => setAll(true)}>{t('events.openMore', { count: older.length - OLDER })}</Button>
      ) : null}
      {all ? <EventsDialog onClose={() => setAll(false)} /> : null}
    </div>
  );
}
