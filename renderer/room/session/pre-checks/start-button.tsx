import { useEffect, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useShortcut } from '../../../client/shortcuts.ts';
import { HoldButton } from '../../../ui/hold-button.tsx';
import { usePress } from '../act.tsx';
import { AgoChoice } from '../ago-choice.tsx';
import styles from './pre-checks.module.css';

/** How long the first of the two keys holds, ms. */
const ARMED_MS = 3_000;

/** Start: one deliberate act. Held for 1.5 s, or two keys: S, then Enter. */
export function StartButton({ ready }: { readonly ready: boolean }): ReactElement {
  const { t } = useTranslation();
  const press = usePress();
  const [ago, setAgo] = useState(0);
  const [armed, setArmed] = useState(false);
  const start = () => press({ type: 'start', agoMs: ago * 60_000 });
  useShortcut('s', t('session.keys.start'), () => setArmed(ready));
  useEffect(() => {
    if (!armed) return;
    const timer = window.setTimeout(() => setArmed(false), ARMED_MS);
    return () => window.clearTimeout(timer);
  }, [armed]);
  return (
    <div className={styles.start}>
      {ready ? <AgoChoice label={t('session.start.when')} value={ago} onChange={setAgo} /> : null}
      <HoldButton disabled={!ready} onHeld={start} keyLabel="S ⏎" className={styles.startButton}>
        {t('session.start.hold')}
      </HoldButton>
      <p className={styles.armed} role="status">
        {armed ? t('session.start.armed') : null}
      </p>
      {armed ? <SecondKey label={t('session.start.hold')} onPress={start} /> : null}
    </div>
  );
}

/** Enter means start only while this is on the screen. */
function SecondKey({ label, onPress }: { readonly label: string; readonly onPress: () => void }): null {
  useShortcut('Enter', label, onPress);
  return null;
}
