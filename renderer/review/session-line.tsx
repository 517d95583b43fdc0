import { memo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { SessionFlag, SessionRow } from '../../shared/people/people.ts';
import { calendarDate, dateOf } from '../i18n/format.ts';
import { infusionOfRow, lineOfRow, nameOfRow } from '../room/start/session-line.ts';
import { classes } from '../ui/classes.ts';
import styles from './list.module.css';

const signs: Readonly<Record<SessionFlag, string>> = { unsigned: '○', red: '▲', early: '!', adverse: '!' };
/** What is said first. */
const inOrder: readonly SessionFlag[] = ['red', 'adverse', 'early'];

export interface SessionLineProps {
  readonly row: SessionRow | null;
  readonly place: number;
  /** Whether it is read now: only the two rows that change are drawn again, not all of them. */
  readonly current: boolean;
  /** Whether it is among those to compare or to export. */
  readonly chosen: boolean;
  readonly onOpen: (sessionId: string) => void;
  /** Chooses it, or leaves it again. */
  readonly onChoose: (row: SessionRow) => void;
}

/** One session: whose by name and birth date, when, which, how it stands, and its marks; and the box that chooses it. */
export const SessionLine = memo(function SessionLine(props: SessionLineProps): ReactElement {
  const { row, place, current, chosen, onOpen, onChoose } = props;
  const { t } = useTranslation();
  if (row === null) return <span className={styles.waiting}>…</span>;
  const { sessionId } = row;
  return (
    <div className={classes(styles.line, current && styles.current)}>
      <label className={styles.choose}>
        <input
          type="checkbox"
          tabIndex={-1}
          checked={chosen}
          aria-label={t('review.choose', { who: lineOfRow(row, t) })}
          onChange={() => onChoose(row)}
        />
      </label>
      <button
        type="button"
        data-place={place}
        className={styles.row}
        aria-current={current ? 'true' : undefined}
        aria-keyshortcuts="Space"
        onClick={() => onOpen(sessionId)}
        onKeyDown={(event) => {
          if (event.key !== ' ') return;
          event.preventDefault();
          onChoose(row);
        }}
      >
        <span className={styles.who}>
          <strong>{nameOfRow(row, t)}</strong>
          {row.birthDate === null ? null : <span>{calendarDate(row.birthDate)}</span>}
        </span>
        <span>
          {[dateOf(row.startedAt ?? row.createdAt), infusionOfRow(row, t)].filter((part) => part !== null).join(', ')}
        </span>
        <span className={styles.marks}>
          <Marks row={row} />
        </span>
      </button>
    </div>
  );
});

/**
 * Where it is not over, how it stands; then what is to be seen first of all, and whether somebody signed. Each is whole on one
 * of two lines: none is ever cut off.
 */
function Marks({ row }: { readonly row: SessionRow }): ReactElement {
  const { t } = useTranslation();
  const { flags, phase, signedAt, adverseEvents, unwell } = row;
  const word = (flag: SessionFlag): string =>
    flag === 'adverse' && adverseEvents > 1
      ? t('review.adverseMark', { count: adverseEvents })
      : t(`review.mark.${flag}`);
  return (
    <>
      {phase === 'finished' ? null : <span>{t(`shell.phase.${phase}`)} </span>}
      {inOrder
        .filter((flag) => flags.includes(flag))
        .map((flag) => (
          <span key={flag} className={flag === 'red' ? styles.red : undefined}>
            {signs[flag]} {word(flag)}{' '}
          </span>
        ))}
      {unwell === null || (unwell === 'complaint' && adverseEvents > 0) ? null : (
        <span>
          {unwell === 'emergency' ? '!' : '·'} {t(`review.unwell.${unwell}`)}{' '}
        </span>
      )}
      {flags.includes('unsigned') ? (
        <span>
          {signs.unsigned} {word('unsigned')}{' '}
        </span>
      ) : null}
      {signedAt === null ? null : <span>✓ {t('review.signedMark')}</span>}
    </>
  );
}
