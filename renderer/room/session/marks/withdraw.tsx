import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { lifeMs } from '../../../../shared/session/life.ts';
import type { SessionCommand } from '../../../../shared/session/command.ts';
import { Button } from '../../../ui/button.tsx';
import type { Act } from '../act.tsx';
import { CommandDialog } from '../command-dialog.tsx';
import { ReasonChoice } from '../reason-choice.tsx';
import { useLocked, useViewNow } from '../view.ts';
import { takeBackLeftS } from './take-back.ts';

export interface WithdrawProps {
  /** What it is, in words. */
  readonly what: string;
  /** Life time of the press, ms. */
  readonly pressedLifeMs: number;
  readonly takeBack: SessionCommand;
  readonly withdraw: (reason: string) => SessionCommand;
  readonly act: Act;
}

/** The way back from an entry: one press within seconds, later with a reason. Both stay in the record. */
export function Withdraw({ what, pressedLifeMs, takeBack, withdraw, act }: WithdrawProps): ReactElement | null {
  const { t } = useTranslation();
  const { session, now } = useViewNow();
  const locked = useLocked();
  const leftS = takeBackLeftS(lifeMs(session, now) - pressedLifeMs);
  if (leftS > 0) {
    return (
      <Button disabled={act.busy} onClick={() => void act.run(takeBack)}>
        {t('events.takeBack', { seconds: leftS })}
      </Button>
    );
  }
  return locked ? null : <WithdrawLater what={what} withdraw={withdraw} />;
}

/** Withdraws an entry with a reason. */
export function WithdrawLater({ what, withdraw }: Pick<WithdrawProps, 'what' | 'withdraw'>): ReactElement {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  return (
    <>
      <Button aria-label={t('events.withdraw.of', { what })} onClick={() => setOpen(true)}>
        {t('events.withdraw.open')}
      </Button>
      {open ? (
        <CommandDialog
          title={t('events.withdraw.title')}
          act={t('events.withdraw.act')}
          command={reason.trim() === '' ? null : withdraw(reason.trim())}
          onClose={() => setOpen(false)}
        >
          <p>
            <strong>{what}</strong>
          </p>
          <ReasonChoice
            label={t('session.reason')}
            options={[t('events.withdraw.twice'), t('events.withdraw.typing'), t('events.withdraw.never')]}
            otherLabel={t('session.otherReason')}
            value={reason}
            onChange={setReason}
          />
        </CommandDialog>
      ) : null}
    </>
  );
}
