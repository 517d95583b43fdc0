import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { LOW_CHARGE } from '../../shared/music/charge.ts';
import { useStatus } from '../client/session-store.ts';
import { SessionDialog } from '../room/session/session-dialog.tsx';
import { Button } from '../ui/button.tsx';
import { HeadphonesDialog } from './choice.tsx';

/** One press from the session to the choice of headphones; `short` says their charge as well, where the system tells it. */
export function HeadphonesButton({ short = false }: { readonly short?: boolean }): ReactElement {
  const { t } = useTranslation();
  const output = useStatus()?.output ?? null;
  const [choosing, setChoosing] = useState(false);
  const charge = output?.charge ?? null;
  const told = charge !== null && charge < LOW_CHARGE ? 'headphones.openLow' : 'headphones.openCharge';
  const words = !short
    ? t('headphones.open')
    : charge === null
      ? t('headphones.openShort')
      : t(told, { percent: charge });
  return (
    <>
      <Button disabled={output === null} onClick={() => setChoosing(true)}>
        {words}
      </Button>
      {choosing && output !== null ? (
        <HeadphonesDialog output={output} frame={SessionDialog} onClose={() => setChoosing(false)} />
      ) : null}
    </>
  );
}
