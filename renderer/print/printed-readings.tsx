import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { readingVersions, type ReadingVersion } from '../../shared/export/reading-versions.ts';
import { readingBands } from '../../shared/session/reading-bands.ts';
import { symptomsTold } from '../../shared/session/reading-level.ts';
import { baselineOf } from '../../shared/session/blockers.ts';
import type { Author } from '../../shared/session/event.ts';
import { bandsOf, levelOf, worstBand } from '../../shared/vitals/bands.ts';
import type { ReadingParts } from '../../shared/vitals/reading.ts';
import { timeOfDay } from '../i18n/format.ts';
import { readingWords } from '../review/words/reading-words.ts';
import type { SentenceContext } from '../review/sentences.ts';
import { classes } from '../ui/classes.ts';
import type { ToPrint } from './to-print.ts';

const columns = ['time', 'bp', 'spo2', 'pulse', 'breaths', 'rest', 'by'] as const;

/** Every reading, and all that was ever written of it: what was amended or withdrawn struck through, with the reason. */
export function PrintedReadings({
  print,
  context,
}: {
  readonly print: ToPrint;
  readonly context: SentenceContext;
}): ReactElement {
  const { t } = useTranslation();
  const versions = readingVersions(print).toSorted((a, b) => a.takenAt - b.takenAt || a.seq - b.seq);
  return (
    <section>
      <h2>{t('review.readings')}</h2>
      {versions.length === 0 ? (
        <p>{t('review.noReadings')}</p>
      ) : (
        <table>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {t(`printed.column.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {versions.map((reading) => (
              <ReadingRow key={`${reading.readingId} ${reading.version}`} reading={reading} context={context} />
            ))}
          </tbody>
        </table>
      )}
      <p className="note">{t('printed.bandKey')}</p>
    </section>
  );
}

function ReadingRow({
  reading,
  context,
}: {
  readonly reading: ReadingVersion;
  readonly context: SentenceContext;
}): ReactElement {
  const { t } = useTranslation();
  const { state, reason, parts, notObtained, takenAt, author, baseline } = reading;
  const struck = state !== 'stands';
  const told = (text: ReactNode): ReactNode => (struck ? <del>{text}</del> : text);
  const why =
    state === 'amended'
      ? t('review.amended', { reason: reason ?? '' })
      : state === 'withdrawn'
        ? t('review.withdrawn', { reason: reason ?? '' })
        : null;
  const by = authorWords(author, context);
  const time = timeOfDay(takenAt, context.session.created.timeZone);
  return (
    <tr className={classes(struck && 'struck')}>
      <th scope="row">
        {told(time)}
        {baseline ? ` ${t('review.baseline')}` : ''}
      </th>
      {parts === null ? (
        <td colSpan={5}>
          {told(t('review.notObtained', { reason: notObtained ?? '' }))} {why}
        </td>
      ) : (
        <Figures reading={reading} parts={parts} context={context} told={told} why={why} />
      )}
      <td>{by}</td>
    </tr>
  );
}

interface FiguresProps {
  readonly reading: ReadingVersion;
  readonly parts: ReadingParts;
  readonly context: SentenceContext;
  readonly told: (text: ReactNode) => ReactNode;
  readonly why: string | null;
}

function Figures({ reading, parts, context, told, why }: FiguresProps): ReactElement {
  const { t, session, protocol } = context;
  const stands =
    reading.state === 'stands' ? session.readings.find(({ readingId }) => readingId === reading.readingId) : undefined;
  const bands =
    stands === undefined
      ? bandsOf(protocol.bands, parts, baselineOf(session)?.parts ?? null)
      : readingBands(session, protocol.bands, stands);
  const sign = (...fields: readonly (keyof typeof bands)[]): string =>
    signs[worstBand(Object.fromEntries(fields.map((field) => [field, bands[field] ?? 'ok'])))];
  const symptoms = stands === undefined ? null : symptomsTold(session, stands.readingId);
  const { rass = 'ok', moaas = 'ok' } = bands;
  const level = symptoms === null ? levelOf({ rass, moaas }, parts) : 'red';
  const pressure = `${parts.systolic ?? '–'}/${parts.diastolic ?? '–'}`;
  const none = parts.systolic === null && parts.diastolic === null;
  const rest = readingWords(
    { ...parts, systolic: null, diastolic: null, spo2: null, pulse: null, respirations: null },
    t,
  );
  return (
    <>
      <td>{none ? null : told(sign('systolic', 'diastolic') + pressure)}</td>
      <td>{parts.spo2 === null ? null : told(`${sign('spo2')}${parts.spo2}`)}</td>
      <td>{parts.pulse === null ? null : told(`${sign('pulse')}${parts.pulse}`)}</td>
      <td>{parts.respirations === null ? null : told(`${sign('respirations')}${parts.respirations}`)}</td>
      <td>
        {told(signs[level] + [rest, symptoms].filter((words) => words !== null && words !== '').join(', '))}
        {why === null ? null : <span className="why"> {why}</span>}
      </td>
    </>
  );
}

const signs = { ok: '', amber: '◆ ', red: '▲ ' } as const;

/** Who stands behind an entry. */
export function authorWords(author: Author, { t, nameOf }: Pick<SentenceContext, 't' | 'nameOf'>): string {
  if (author.kind === 'staff') return nameOf(author.staffId);
  return author.kind === 'app' ? t('review.app') : t('review.unsigned');
}
