import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { CourseInfusion } from '../../../shared/review/course.ts';
import { Button } from '../../ui/button.tsx';
import {
  choiceWords,
  dayWords,
  doseWords,
  happenedWords,
  leftWords,
  pressureWords,
  ranWords,
  scoresWords,
} from './course-words.ts';
import styles from './course.module.css';

const columns = [
  'day',
  'dose',
  'ran',
  'baseline',
  'peak',
  'spo2',
  'choices',
  'happened',
  'left',
  'outcome',
  'compare',
] as const;

export interface CourseTableProps {
  readonly infusions: readonly CourseInfusion[];
  readonly chosen: readonly string[];
  readonly onChoose: (sessionId: string) => void;
  readonly onOpen: (sessionId: string) => void;
}

/** Every infusion in a row: what was given and chosen beside what happened and how it ended, newest first. */
export function CourseTable({ infusions, chosen, onChoose, onOpen }: CourseTableProps): ReactElement {
  const { t } = useTranslation();
  return (
    <div className={styles.scroll} tabIndex={0} role="region" aria-label={t('course.table')}>
      <table className={styles.table}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {t(`course.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {infusions.toReversed().map((infusion) => (
            <tr key={infusion.sessionId}>
              <th scope="row">
                <Button tone="quiet" className={styles.link} onClick={() => onOpen(infusion.sessionId)}>
                  {infusion.infusionNumber === null ? '' : `${infusion.infusionNumber}: `}
                  {dayWords(infusion)}
                </Button>
              </th>
              <td>{doseWords(infusion, t)}</td>
              <td>{ranWords(infusion, t)}</td>
              <td>{pressureWords(infusion.baseline)}</td>
              <td>{pressureWords(infusion.peak)}</td>
              <td>{infusion.lowestSpo2 === null ? '–' : `${infusion.lowestSpo2} %`}</td>
              <td>{choiceWords(infusion, t)}</td>
              <td>{happenedWords(infusion, t)}</td>
              <td>{leftWords(infusion, t)}</td>
              <td>{scoresWords(infusion, t)}</td>
              <td>
                <Button
                  pressed={chosen.includes(infusion.sessionId)}
                  aria-label={t('course.chosen', { day: dayWords(infusion) })}
                  onClick={() => onChoose(infusion.sessionId)}
                >
                  {chosen.includes(infusion.sessionId) ? '✓' : '+'}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
