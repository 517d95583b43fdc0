import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { can } from '../../../../shared/session/can.ts';
import { Button } from '../../../ui/button.tsx';
import { useShortcut } from '../../../client/shortcuts.ts';
import { useLocked, useView } from '../view.ts';
import { PumpDialog } from '../marks/pump-dialog.tsx';
import { LengthDialog } from './length-dialog.tsx';
import { PauseDialog } from './pause-dialog.tsx';
import { ResumeDialog } from './resume-dialog.tsx';
import { StopDialog } from './stop-dialog.tsx';
import styles from './countdown.module.css';

type Open = 'pause' | 'resume' | 'stop' | 'length' | 'figures' | null;

/** What the nurse reports of the pump. The app never moves the pump; a press says what the pump did. */
export function PumpControls(): ReactElement {
  const { t } = useTranslation();
  const { session } = useView();
  const locked = useLocked();
  const [open, setOpen] = useState<Open>(null);
  const may = can(session);
  useShortcut('p', t('session.keys.pump'), () => {
    if (may.resumePump) setOpen('resume');
    else if (may.pausePump) setOpen('pause');
  });
  const close = () => setOpen(null);
  return (
    <div className={styles.pump} role="group" aria-label={t('session.pump.label')}>
      {may.resumePump ? (
        <Button tone="primary" onClick={() => setOpen('resume')}>
          {session.pause === null ? t('session.pump.troubleOver') : t('session.pump.resumed')}
        </Button>
      ) : (
        <Button disabled={!may.pausePump} onClick={() => setOpen('pause')}>
          {t('session.pump.paused')}
        </Button>
      )}
      <Button disabled={!may.stopPump} onClick={() => setOpen('stop')}>
        {t('session.pump.stop')}
      </Button>
      <Button disabled={!may.changeLength || locked} onClick={() => setOpen('length')}>
        {t('session.pump.length')}
      </Button>
      <Button disabled={!may.readPumpTotal} onClick={() => setOpen('figures')}>
        {t('pump.open')}
      </Button>
      {open === 'figures' ? <PumpDialog onClose={close} /> : null}
      {open === 'pause' ? <PauseDialog onClose={close} /> : null}
      {open === 'resume' ? <ResumeDialog onClose={close} /> : null}
      {open === 'stop' ? <StopDialog onClose={close} /> : null}
      {open === 'length' ? <LengthDialog onClose={close} /> : null}
    </div>
  );
}
