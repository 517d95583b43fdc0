import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Between } from '../../../shared/review/course.ts';
import type { Staff } from '../../../shared/people/people.ts';
import { dayOf, timeOfDay } from '../../i18n/format.ts';
import { staffName } from '../../room/session/staff.ts';
import { Card } from '../../ui/card.tsx';
import styles from './course.module.css';

export interface NotesCardProps {
  readonly between: readonly Between[];
  readonly staff: readonly Staff[];
}

/** Notes of integration, newest first, with who wrote them and when; nothing where there are none. */
export function NotesCard({ between, staff }: NotesCardProps): ReactElement | null {
  const { t } = useTranslation();
  const notes = between.flatMap((course) => course.notes).toSorted((a, b) => b.at - a.at);
  if (notes.length === 0) return null;
  return (
    <Card title={t('course.notes')}>
      <ul className={styles.notes} tabIndex={0} aria-label={t('course.notes')}>
        {notes.map(({ noteId, text, at, by }) => (
          <li key={noteId}>
            <span className={styles.soft}>
              {dayOf(at)} {timeOfDay(at)}
              {by.kind === 'staff' ? `, ${staffName(staff, by.staffId)}` : ''}
            </span>{' '}
            {text}
          </li>
        ))}
      </ul>
    </Card>
  );
}
