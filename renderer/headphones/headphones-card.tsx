import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputView } from '../../shared/ipc/output.ts';
import { LOW_CHARGE } from '../../shared/music/charge.ts';
import { isMissed } from '../../shared/music/output.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { HeadphonesDialog } from './choice.tsx';
import { Loudness } from './loudness.tsx';
import { Moves } from './moves.tsx';
import styles from './headphones.module.css';

/** Where the music of this room is heard, whether they are there, and the way to others. */
export function HeadphonesCard({ output }: { readonly output: OutputView }): ReactElement {
  const { t } = useTranslation();
  const [choosing, setChoosing] = useState(false);
  return (
    <Card title={t('headphones.title')} className={styles.card}>
      <OutputLine output={output} />
      {output.chosen === null ? null : <Moves />}
      <div className={styles.acts}>
        <Button onClick={() => setChoosing(true)}>{t('headphones.choose')}</Button>
      </div>
      {output.headphones === null ? null : (
        <Loudness headphones={output.headphones} there={output.state === 'present'} />
      )}
      {choosing ? <HeadphonesDialog output={output} frame={Dialog} onClose={() => setChoosing(false)} /> : null}
    </Card>
  );
}

/** One sentence: what is chosen, and whether it is there. */
export function OutputLine({ output }: { readonly output: OutputView }): ReactElement {
  const { t } = useTranslation();
  const missed = isMissed({ kind: output.state });
  const words = t(`headphones.state.${output.state}`, { label: output.chosen?.label ?? '' });
  return (
    <p role="status" className={missed ? styles.missed : undefined}>
      {missed ? <span aria-hidden="true">! </span> : null}
      {words}
      <BatteryWords charge={output.charge} />
    </p>
  );
}

/** How full they are, where the system tells it; in plain words where that is little. */
function BatteryWords({ charge }: { readonly charge: number | null }): ReactElement | null {
  const { t } = useTranslation();
  if (charge === null) return null;
  if (charge >= LOW_CHARGE) return <> {t('headphones.battery', { percent: charge })}</>;
  return (
    <strong className={styles.missed}>
      {' '}
      <span aria-hidden="true">! </span>
      {t('headphones.batteryLow', { percent: charge })}
    </strong>
  );
}
