import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { can } from '../../../../shared/session/can.ts';
import { useShortcut } from '../../../client/shortcuts.ts';
import { Button } from '../../../ui/button.tsx';
import { usePress } from '../act.tsx';
import { useView } from '../view.ts';
import styles from './emergency.module.css';

export const EMERGENCY_KEY = 'F9';

/** Apart from all others, and on a key of its own: lights full, music out, the moment marked. One press, no question. */
export function EmergencyButton({ small = false }: { readonly small?: boolean }): ReactElement {
  const { t } = useTranslation();
  const { session } = useView();
  const press = usePress();
  const may = can(session).beginEmergency;
  const begin = () => press({ type: 'beginEmergency' });
  useShortcut(EMERGENCY_KEY, t('session.keys.emergency'), () => (may ? begin() : undefined));
  return (
    <Button
      tone="emergency"
      keyLabel={EMERGENCY_KEY}
      disabled={!may}
      className={small ? undefined : styles.button}
      onClick={begin}
    >
      {small ? t('emergency.short') : t('emergency.button')}
    </Button>
  );
}
