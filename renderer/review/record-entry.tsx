import { memo, type ReactElement } from 'react';
import { assertNever } from '../../shared/assert-never.ts';
import type { Replacement } from '../../shared/review/replaced.ts';
import type { Author, SessionEvent } from '../../shared/session/event.ts';
import { initials, timeOfDay, timeWithSeconds } from '../i18n/format.ts';
import { sentenceOf, type SentenceContext } from './sentences.ts';
import { readingWords } from './words/reading-words.ts';
import styles from './review.module.css';

/** Entered more than this long (ms) after it happened: both times are shown. */
const LATE_MS = 60_000;

export interface RecordEntryProps {
  readonly event: SessionEvent;
  /** What became of it later; null where it stands as it was written. */
  readonly replaced: Replacement | null;
  readonly context: SentenceContext;
}

/** One entry: when, what, who. What was replaced later is struck through beside what stands now. */
export const RecordEntry = memo(function RecordEntry({ event, replaced, context }: RecordEntryProps): ReactElement {
  const { t, session } = context;
  const zone = session.created.timeZone;
  const time = timeOfDay(event.occurredAt, zone);
  const said = sentenceOf(event, context);
  const late = event.recordedAt.wallMs - event.occurredAt > LATE_MS;
  const by = authorWords(event, context);
  return (
    <li className={styles.event}>
      <time dateTime={new Date(event.occurredAt).toISOString()} title={timeWithSeconds(event.occurredAt, zone)}>
        {replaced?.movedTo == null ? (
          time
        ) : (
          <>
            <del>{time}</del> {timeOfDay(replaced.movedTo, zone)}
          </>
        )}
      </time>
      <span>
        {isStruck(replaced) ? <del>{said}</del> : said}
        {replaced?.parts == null ? null : <ins> {readingWords(replaced.parts, t)}</ins>}
        {replaced === null ? null : <small className={styles.amendment}>{replacedWords(replaced, context)}</small>}
        {late ? (
          <small className={styles.amendment}>
            {t('review.occurredLate', { time: timeOfDay(event.recordedAt.wallMs, zone) })}
          </small>
        ) : null}
      </span>
      <abbr title={by}>{event.author.kind === 'staff' ? initials(by) : by}</abbr>
    </li>
  );
});

/** Whether the words themselves do not stand any more; a moment that was moved leaves them as they are. */
function isStruck(replaced: Replacement | null): boolean {
  return replaced !== null && (replaced.kind !== 'amended' || replaced.parts !== null);
}

/** `amended 14:37: typing error`. */
function replacedWords({ kind, at, reason }: Replacement, { t, session }: SentenceContext): string {
  const told = t(`review.replaced.${kind}`, { time: timeOfDay(at, session.created.timeZone) });
  return reason === null ? told : t('review.because', { told, reason });
}

/** Who made an entry; one made at the locked screen by who signed for it later. */
function authorWords(event: SessionEvent, { t, nameOf, session }: SentenceContext): string {
  const author: Author = event.author;
  switch (author.kind) {
    case 'staff':
      return nameOf(author.staffId);
    case 'app':
      return t('review.app');
    case 'unsigned':
      return session.unsigned.includes(event.seq) ? `! ${t('review.unsigned')}` : '';
    default:
      return assertNever(author);
  }
}
