import type { ReactElement, ReactNode } from 'react';
import type { standingReadings } from '../../shared/session/worst-reading.ts';
import type { ReadingParts } from '../../shared/vitals/reading.ts';
import type { CopySpeech } from '../i18n/copy/copy.ts';

export interface PlainReadingsProps {
  /** Those that count, oldest first. */
  readonly readings: ReturnType<typeof standingReadings>;
  readonly timeZone: string;
  readonly speech: CopySpeech;
}

const columns = ['pressure', 'oxygen', 'pulse'] as const;

/** The readings that count, in a small table with plain names; what stood there before it was corrected is struck through beside it. */
export function PlainReadings({ readings, timeZone, speech }: PlainReadingsProps): ReactElement | null {
  const { t, time } = speech;
  if (readings.length === 0) return null;
  return (
    <section>
      <h2>{t('readings')}</h2>
      <table>
        <thead>
          <tr>
            {(['time', ...columns] as const).map((column) => (
              <th key={column} scope="col">
                {t(`column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {readings.map(({ readingId, takenAt, parts, originals }) => (
            <tr key={readingId}>
              <th scope="row">
                {corrected([...originals.map((one) => time(one.takenAt, timeZone)), time(takenAt, timeZone)])}
              </th>
              {columns.map((column) => (
                <td key={column}>{corrected([...originals.map((one) => one.parts), parts].map(shown[column]))}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {readings.some(({ originals }) => originals.length > 0) ? <p>{t('corrected')}</p> : null}
    </section>
  );
}

/** A value as it stands in the table; empty where none was taken. */
const shown: Readonly<Record<(typeof columns)[number], (parts: ReadingParts) => string>> = {
  pressure: ({ systolic, diastolic }) =>
    systolic === null && diastolic === null ? '' : `${systolic ?? '–'}/${diastolic ?? '–'}`,
  oxygen: ({ spo2 }) => (spo2 === null ? '' : `${spo2} %`),
  pulse: ({ pulse }) => (pulse === null ? '' : String(pulse)),
};

/** The last of these versions, and before it those that were others, struck through. */
function corrected(versions: readonly string[]): ReactNode {
  const now = versions.at(-1) ?? '';
  const before = versions.filter((one, index) => one !== '' && one !== now && versions.indexOf(one) === index);
  return (
    <>
      {before.map((one) => (
        <span key={one}>
          <del>{one}</del>{' '}
        </span>
      ))}
      {now}
    </>
  );
}
