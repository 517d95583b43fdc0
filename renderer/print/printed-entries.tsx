import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { claims } from '../../shared/export/claims.ts';
import { replacements, type Replacement } from '../../shared/review/replaced.ts';
import type { SessionBody } from '../../shared/session/event-bodies.ts';
import type { Author, SessionEvent } from '../../shared/session/event.ts';
import { timeOfDay } from '../i18n/format.ts';
import { sentenceOf, type SentenceContext } from '../review/sentences.ts';
import { authorWords } from './printed-readings.tsx';

/** What lamps and cues reported: kept in the record, and told by number only on paper. */
const devices: ReadonlySet<SessionBody['type']> = new Set<SessionBody['type']>([
  'cueFired',
  'cueSent',
  'cuePassed',
  'lightsSent',
  'lightsReached',
]);
/** Entered more than this long (ms) after it happened: both times are shown. */
const LATE_MS = 60_000;

/** The record in words, oldest first; what no longer stands is struck through. */
export function PrintedEntries({
  events,
  context,
}: {
  readonly events: readonly SessionEvent[];
  readonly context: SentenceContext;
}): ReactElement {
  const { t } = useTranslation();
  const replaced = replacements(events);
  const signedFor = claims(events);
  const shown = events.filter(({ body }) => !devices.has(body.type));
  const zone = context.session.created.timeZone;
  const by = ({ seq, author }: SessionEvent): Author => {
    const staffId = signedFor.get(seq);
    return staffId === undefined ? author : { kind: 'staff', staffId };
  };
  return (
    <section>
      <h2>{t('review.record')}</h2>
      <table className="entries">
        <thead>
          <tr>
            <th scope="col">{t('printed.column.time')}</th>
            <th scope="col">{t('printed.column.what')}</th>
            <th scope="col">{t('printed.column.by')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((event) => {
            const sentence = sentenceOf(event, context);
            const later = replaced.get(event.seq) ?? null;
            const late = event.recordedAt.wallMs - event.occurredAt > LATE_MS;
            return (
              <tr key={event.seq}>
                <th scope="row">{timeOfDay(event.occurredAt, zone)}</th>
                <td>
                  {isStruck(later) ? <del>{sentence}</del> : sentence}
                  {later === null ? null : <span className="why"> {replacedWords(later, context)}</span>}
                  {late ? ` (${t('review.occurredLate', { time: timeOfDay(event.recordedAt.wallMs, zone) })})` : null}
                </td>
                <td>{authorWords(by(event), context)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {shown.length === events.length ? null : (
        <p className="note">{t('printed.devicesLeftOut', { count: events.length - shown.length })}</p>
      )}
    </section>
  );
}

/** Whether the words themselves do not stand any more; a moment that was moved leaves them as they are. */
function isStruck(later: Replacement | null): boolean {
  return later !== null && (later.kind !== 'amended' || later.parts !== null);
}

function replacedWords({ kind, at, reason }: Replacement, { t, session }: SentenceContext): string {
  const told = t(`review.replaced.${kind}`, { time: timeOfDay(at, session.created.timeZone) });
  return reason === null ? told : t('review.because', { told, reason });
}
