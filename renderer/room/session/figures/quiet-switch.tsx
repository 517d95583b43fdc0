import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { can } from '../../../../shared/session/can.ts';
import { lifeMs } from '../../../../shared/session/life.ts';
import { isQuiet } from '../../../../shared/session/quiet.ts';
import { useSecond } from '../../../client/clock.ts';
import { Button } from '../../../ui/button.tsx';
import { usePress } from '../act.tsx';
import { timeOfDay } from '../format.ts';
import { authorInitials, useStaff } from '../staff.ts';
import { useView } from '../view.ts';
import styles from './figures.module.css';

/** Quiet mode of this session: on or off by one press, with who set it and when, or that the protocol did. */
export function QuietSwitch(): ReactElement | null {
  const { t } = useTranslation();
  const { session, protocol } = useView();
  const staff = useStaff();
  const press = usePress();
  const on = useSecond((now) => isQuiet(session, protocol, lifeMs(session, now)));
  if (!can(session).setQuiet) return null;
  const { quiet } = session;
  const by =
    quiet === null
      ? on
        ? t('dueParts.byProtocol')
        : null
      : `${authorInitials(staff, quiet.author) ?? ''} ${timeOfDay(quiet.at)}`;
  return (
    <Button pressed={on} onClick={() => press({ type: 'setQuiet', on: !on })} className={styles.quiet}>
      {by === null ? t('dueParts.quiet') : t(on ? 'dueParts.quietOn' : 'dueParts.quietOff')}
      {by === null ? null : <span className={styles.quietBy}>{by}</span>}
    </Button>
  );
}
