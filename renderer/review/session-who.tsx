import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { SessionRow } from '../../shared/people/people.ts';
import { calendarDate } from '../i18n/format.ts';
import { dayOfRow, infusionOfRow, nameOfRow } from '../room/start/session-line.ts';
import styles from './session-who.module.css';

/** Whose session a card is about, by name and birth date, and which one. */
export function SessionWho({ session }: { readonly session: SessionRow }): ReactElement {
  const { t } = useTranslation();
  const which = [infusionOfRow(session, t), dayOfRow(session)].filter((part) => part !== null).join(', ');
  return (
    <p className={styles.who}>
      <strong>{nameOfRow(session, t)}</strong>
      {session.birthDate === null ? null : <span>{calendarDate(session.birthDate)}</span>}
      <span className={styles.which}>{which}</span>
    </p>
  );
}
