import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { assertNever } from '../../shared/assert-never.ts';
import type { SessionBody } from '../../shared/session/event-bodies.ts';
import type { Author, SessionEvent } from '../../shared/session/event.ts';
import { timeOfDay, timeWithSeconds } from '../i18n/format.ts';
import { Segmented } from '../ui/segmented.tsx';
import { classes } from '../ui/classes.ts';
import { isChoiceStep } from './choice-step.ts';
import { sentenceOf, type SentenceContext } from './sentences.ts';
import styles from './review.module.css';

/** What the app noted about itself: kept, and left out of the short list. */
const quiet: ReadonlySet<SessionBody['type']> = new Set<SessionBody['type']>([
  'cueSent',
  'cueFired',
  'cuePassed',
  'lightsSent',
  'lightsReached',
  'lightsSet',
  'trackStarted',
  'volumeSet',
  'softened',
  'softenedBack',
  'loweredForVoice',
  'raisedAfterVoice',
  'nextAsked',
]);

/** Entered more than this long (ms) after it happened: both times are shown. */
const LATE_MS = 60_000;

/** The whole record in words, oldest first. */
export function RecordList({
  events,
  context,
}: {
  readonly events: readonly SessionEvent[];
  readonly context: SentenceContext;
}): ReactElement {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  const shown = all
    ? events
    : events.filter((event, index) => !quiet.has(event.body.type) && !isChoiceStep(events, index));
  const disowned = refusedEntries(events);
  return (
    <section className={styles.record} aria-labelledby="record-title">
      <div className={styles.recordHead}>
        <h2 id="record-title" className={styles.sub}>
          {t('review.record')}
        </h2>
        <Segmented
          label={t('review.filter')}
          labelHidden
          options={[
            { value: 'important', label: t('review.important') },
            { value: 'all', label: t('review.all') },
          ]}
          value={all ? 'all' : 'important'}
          onChange={(value) => setAll(value === 'all')}
        />
      </div>
      <ol className={styles.events}>
        {shown.map((event) => (
          <li key={event.seq} className={classes(styles.event, disowned.has(event.seq) && styles.struck)}>
            <EventRow event={event} context={context} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function EventRow({
  event,
  context,
}: {
  readonly event: SessionEvent;
  readonly context: SentenceContext;
}): ReactElement {
  const { t } = useTranslation();
  const zone = context.session.created.timeZone;
  const late = event.recordedAt.wallMs - event.occurredAt > LATE_MS;
  return (
    <>
      <time dateTime={new Date(event.occurredAt).toISOString()} title={timeWithSeconds(event.occurredAt, zone)}>
        {timeOfDay(event.occurredAt, zone)}
      </time>
      <span>
        {sentenceOf(event, context)}
        {late ? (
          <span className={styles.soft}>
            {' '}
            ({t('review.occurredLate', { time: timeOfDay(event.recordedAt.wallMs, zone) })})
          </span>
        ) : null}
      </span>
      <span className={styles.soft}>{authorWords(event, context)}</span>
    </>
  );
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

/** Entries that nobody stands behind. */
function refusedEntries(events: readonly SessionEvent[]): ReadonlySet<number> {
  return new Set(events.flatMap(({ body }) => (body.type === 'disowned' ? body.seqs : [])));
}
