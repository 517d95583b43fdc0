import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { can } from '../../../../shared/session/can.ts';
import { Button } from '../../../ui/button.tsx';
import { usePress } from '../act.tsx';
import { useView } from '../view.ts';
import styles from './recovery.module.css';

/** "Let them rest": light and prompts wait, readings do not. */
export function RestCard(): ReactElement {
  const { t } = useTranslation();
  const { session } = useView();
  const press = usePress();
  const may = can(session);
  return (
    <Button
      pressed={session.resting}
      disabled={!may.beginRest && !may.endRest}
      className={styles.rest}
      onClick={() => press({ type: session.resting ? 'endRest' : 'beginRest' })}
    >
      <strong>{session.resting ? t('session.recovery.resting') : t('session.recovery.rest')}</strong>
      <br />
      <span className={styles.soft}>{t('session.recovery.restHint')}</span>
    </Button>
  );
}
