import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { can } from '../../../../shared/session/can.ts';
import { lifeMs } from '../../../../shared/session/life.ts';
import type { Session } from '../../../../shared/session/state.ts';
import type { ClockReading } from '../../../../shared/time/clock.ts';
import { Banner } from '../../../ui/banner.tsx';
import { Button } from '../../../ui/button.tsx';
import { CommandDialog } from '../command-dialog.tsx';
import { ReasonChoice } from '../reason-choice.tsx';
import { useSecond } from '../../../client/clock.ts';
import { useLocked, useView } from '../view.ts';

/** How long "mask down" stands after the start, and how long a start can be taken back, ms. */
const PROMPT_MS = 60_000;
const TAKE_BACK_MS = 5 * 60_000;

/** Right after the start: mask down. */
export function StartNotice(): ReactElement | null {
  const { t } = useTranslation();
  const { session } = useView();
  const stands = useSecond((now) => isWithin(sinceStart(session, now), PROMPT_MS));
  return stands ? (
    <Banner tone="calm">
      <strong>{t('session.start.maskDown')}</strong>
    </Banner>
  ) : null;
}

/** Quietly, for five minutes: the way back for a press made by mistake. */
export function TakeBackStart(): ReactElement | null {
  const { t } = useTranslation();
  const offered = useTakeBackOffered();
  const locked = useLocked();
  const [open, setOpen] = useState(false);
  if (!offered || locked) return null;
  return (
    <>
      <Button tone="quiet" onClick={() => setOpen(true)}>
        {t('session.start.takeBack')}
      </Button>
      {open ? <TakeBack onClose={() => setOpen(false)} /> : null}
    </>
  );
}

/** Whether the press that started can still be taken back. */
export function useTakeBackOffered(): boolean {
  const { session } = useView();
  return useSecond((now) => isWithin(sinceStart(session, now), TAKE_BACK_MS));
}

const isWithin = (sinceMs: number | null, longestMs: number): boolean => sinceMs !== null && sinceMs <= longestMs;

/** Time since the press that started, ms; null where it can no longer be taken back. */
function sinceStart(session: Session, now: ClockReading): number | null {
  if (session.started === null || !can(session).takeBackStart) return null;
  return lifeMs(session, now) - session.started.pressedLifeMs;
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
