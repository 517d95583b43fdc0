import type { Dispatch, ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useRoom } from '../../../client/room-context.ts';
import { Select } from '../../../ui/field.tsx';
import { timeOfDay } from '../format.ts';
import type { EntryAction, ReadingEntry } from './reading-entry.ts';
import { oxygenWords } from './words.ts';
import styles from './reading.module.css';

interface ChoiceProps {
  readonly entry: ReadingEntry;
  readonly dispatch: Dispatch<EntryAction>;
}

/** RASS, most likely values first, and "not roused on purpose". */
const rassOptions = ['0', '-1', '-2', '-3', '-4', '-5', '1', '2', '3', '4', 'notRoused'] as const;
/** Room air and the usual steps of a flow meter, tenths of a litre per minute. */
const oxygenOptions = [0, 10, 20, 30, 40, 60, 80, 100, 150] as const;
const MINUTE = 60_000;

export function SedationChoice({ entry, dispatch }: ChoiceProps): ReactElement {
  const { t } = useTranslation();
  const { clock } = useRoom();
  return (
    <Select
      aria-label={t('readings.field.sedation')}
      value={entry.sedation}
      data-empty={entry.sedation === ''}
      onChange={(event) => dispatch({ type: 'sedation', value: event.target.value, nowMs: clock.now().wallMs })}
    >
      <option value="">{t('readings.sedationNone')}</option>
      {rassOptions.map((value) => (
        <option key={value} value={value}>
          {t(`readings.rass.${value}`)}
        </option>
      ))}
    </Select>
  );
}

export function OxygenChoice({ entry, dispatch }: ChoiceProps): ReactElement {
  const { t } = useTranslation();
  const { clock } = useRoom();
  return (
    <Select
      aria-label={t('readings.field.oxygen')}
      value={entry.oxygen}
      data-empty={entry.oxygen === ''}
      onChange={(event) => dispatch({ type: 'oxygen', value: event.target.value, nowMs: clock.now().wallMs })}
    >
      <option value="">{t('readings.oxygenNone')}</option>
      {oxygenOptions.map((tenths) => (
        <option key={tenths} value={String(tenths)}>
          {oxygenWords(t, tenths)}
        </option>
      ))}
    </Select>
  );
}

/** The moment the reading was taken: that of the first key, moved by whole minutes where the nurse knows better. */
export function TakenAt({ entry, dispatch }: ChoiceProps): ReactElement {
  const { t } = useTranslation();
  const { clock } = useRoom();
  const move = (byMs: number) => {
    const nowMs = clock.now().wallMs;
    dispatch({ type: 'takenAt', atMs: Math.min(nowMs, (entry.takenAt ?? nowMs) + byMs) });
  };
  return (
    <div className={styles.taken} role="group" aria-label={t('readings.taken')}>
      <button
        type="button"
        className={styles.step}
        aria-label={t('readings.takenEarlier')}
        onClick={() => move(-MINUTE)}
      >
        −
      </button>
      <output className={styles.takenTime}>
        {entry.takenAt === null ? t('session.ago.now') : timeOfDay(entry.takenAt)}
      </output>
      <button type="button" className={styles.step} aria-label={t('readings.takenLater')} onClick={() => move(MINUTE)}>
        +
      </button>
    </div>
  );
}
