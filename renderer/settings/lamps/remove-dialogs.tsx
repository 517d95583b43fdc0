import { useState, type ReactElement, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer, Failure } from '../../../shared/ipc/answer.ts';
import type { Connection, Lamp } from '../../../shared/lights/lamps.ts';
import { useClient } from '../../client/room-context.ts';
import { failureText } from '../../i18n/failure.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';

interface Closing {
  readonly onDone: (words: string | null) => void;
  readonly onClose: () => void;
}

export interface RemoveLampProps extends Closing {
  readonly lamp: Lamp;
}

export function RemoveLamp({ lamp, ...closing }: RemoveLampProps): ReactElement {
  const { t } = useTranslation();
  const client = useClient();
  return (
    <Confirm {...closing} title={lamp.name} remove={() => client.request('lights.removeLamp', { lampId: lamp.id })}>
      {t('lamps.lamp.removeAsk', { name: lamp.name })}
    </Confirm>
  );
}

export interface RemoveConnectionProps extends Closing {
  readonly connection: Connection;
  readonly lamps: readonly Lamp[];
}

export function RemoveConnection({ connection, lamps, ...closing }: RemoveConnectionProps): ReactElement {
  const { t } = useTranslation();
  const client = useClient();
  const { id, name } = connection;
  const count = lamps.filter(({ connectionId }) => connectionId === id).length;
  return (
    <Confirm {...closing} title={name} remove={() => client.request('lights.removeConnection', { connectionId: id })}>
      {t('lamps.connection.removeAsk', { name, count })}
    </Confirm>
  );
}

interface ConfirmProps extends Closing {
  readonly title: string;
  readonly remove: () => Promise<Answer<unknown>>;
  readonly children: ReactNode;
}

/** Asks once more; what cannot be removed says why and stays. */
function Confirm({ title, remove, onDone, onClose, children }: ConfirmProps): ReactElement {
  const { t } = useTranslation();
  const [state, setState] = useState<Failure | 'removing' | null>(null);
  const go = async (): Promise<void> => {
    setState('removing');
    const answer = await remove();
    if (answer.ok) onDone(null);
    else setState(answer);
  };
  const failed = state !== null && state !== 'removing' ? failureText(state) : null;
  return (
    <Dialog
      title={title}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button tone="primary" disabled={state === 'removing'} onClick={() => void go()}>
            {t('lamps.lamp.removeDo')}
          </Button>
        </>
      }
    >
      <p>{children}</p>
      {failed === null ? null : (
        <Banner tone="red">
          {failed.say} {failed.next}
        </Banner>
      )}
    </Dialog>
  );
}
