import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { can } from '../../../../shared/session/can.ts';
import { lifeMs } from '../../../../shared/session/life.ts';
import { Banner } from '../../../ui/banner.tsx';
import { Button } from '../../../ui/button.tsx';
import { CommandDialog } from '../command-dialog.tsx';
import { ReasonChoice } from '../reason-choice.tsx';
import { timeOfDay } from '../format.ts';
import { useViewNow } from '../view.ts';

/** How long "mask down" stands after the start, and how long a start can be taken back, ms. */
const PROMPT_MS = 60_000;
const TAKE_BACK_MS = 5 * 60_000;

/** Right after the start: mask down; and quietly, for five minutes, the way back for a press made by mistake. */
export function StartNotice(): ReactElement | null {
  const { t } = useTranslation();
  const { session, now } = useViewNow();
  const [takingBack, setTakingBack] = useState(false);
  if (session.started === null || !can(session).takeBackStart) return null;
  const since = lifeMs(session, now) - session.started.pressedLifeMs;
  if (since > TAKE_BACK_MS) return null;
  const takeBack = (
    <Button tone="quiet" onClick={() => setTakingBack(true)}>
      {t('session.start.takeBack')}
    </Button>
  );
  return (
    <>
      <Banner tone="calm" actions={takeBack}>
        {since < PROMPT_MS ? (
          <strong>{t('session.start.maskDown')}</strong>
        ) : (
          t('session.start.startedAt', { time: timeOfDay(session.started.at) })
        )}
      </Banner>
      {takingBack ? <TakeBack onClose={() => setTakingBack(false)} /> : null}
    </>
  );
}

function TakeBack({ onClose }: { readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  return (
    <CommandDialog
      title={t('session.start.takeBackTitle')}
      act={t('session.start.takeBackAct')}
      command={reason.trim() === '' ? null : { type: 'takeBackStart', reason: reason.trim() }}
      onClose={onClose}
    >
      <p>{t('session.start.takeBackHint')}</p>
      <ReasonChoice
        label={t('session.reason')}
        options={[t('session.start.takeBackReasons.mistake'), t('session.start.takeBackReasons.notRunning')]}
        otherLabel={t('session.otherReason')}
        value={reason}
        onChange={setReason}
      />
    </CommandDialog>
  );
}
