import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { claims, standings } from '../../shared/export/event-standing.ts';
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
  const standing = standings(events);
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
            const state = standing.get(event.seq);
            const late = event.recordedAt.wallMs - event.occurredAt > LATE_MS;
            return (
              <tr key={event.seq}>
                <th scope="row">{timeOfDay(event.occurredAt, zone)}</th>
                <td>
                  {state === undefined ? sentence : <del>{sentence}</del>}
                  {state === undefined ? null : <span className="why"> {t(`printed.standing.${state}`)}</span>}
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
