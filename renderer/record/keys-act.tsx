import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer } from '../../shared/ipc/answer.ts';
import { useClient } from '../client/room-context.ts';
import { isNew, Secret } from '../keys/recovery-entry.tsx';
import { ShowAndTypeBack, type ShownKey } from '../keys/recovery-steps.tsx';
import type { Signed } from '../room/session/staff-pin.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ActDialog } from './act-dialog.tsx';
import type { Ways } from './keys-panel.tsx';

export type KeysActName = 'recovery' | 'passphrase' | 'replace';

export interface KeysActProps {
  readonly act: KeysActName;
  readonly ways: Ways;
  readonly onClose: (changed: boolean) => void;
}

/** One act on the keys: asked for with a PIN, and where a recovery key comes of it, shown and typed back. */
export function KeysAct({ act, ways, onClose }: KeysActProps): ReactElement {
  return act === 'passphrase' ? (
    <ChangePassphrase onClose={onClose} />
  ) : (
    <NewRecovery act={act} ways={ways} onClose={onClose} />
  );
}

function ChangePassphrase({ onClose }: Pick<KeysActProps, 'onClose'>): ReactElement {
  const { t } = useTranslation();
  const client = useClient();
  const [form, setForm] = useState({ old: '', passphrase: '', again: '' });
  const set = (change: Partial<typeof form>): void => setForm((old) => ({ ...old, ...change }));
  return (
    <ActDialog
      title={t('keys.panel.changePassphrase')}
      act={t('keys.panel.changePassphrase')}
      ready={form.old !== '' && isNew(form)}
      onAct={(signed) => client.request('keys.changePassphrase', { signed, old: form.old, next: form.passphrase })}
      onClose={onClose}
    >
      <Secret label={t('keys.panel.oldPassphrase')} value={form.old} onChange={(old) => set({ old })} />
      <Secret
        label={t('keys.entry.passphrase')}
        hint={t('setup.passphraseHint')}
        value={form.passphrase}
        onChange={(passphrase) => set({ passphrase })}
      />
      <Secret label={t('keys.entry.passphraseAgain')} value={form.again} onChange={(again) => set({ again })} />
    </ActDialog>
  );
}

function NewRecovery({ act, ways, onClose }: KeysActProps): ReactElement {
  const { t } = useTranslation();
  const client = useClient();
  const [passphrase, setPassphrase] = useState('');
  const [shown, setShown] = useState<ShownKey | null>(null);
  const replace = act === 'replace';
  const make = async (signed: Signed): Promise<Answer<unknown>> => {
    const answer = await client.request('keys.newRecovery', {
      signed,
      passphrase: ways.passphrase ? passphrase : null,
      after: replace ? 'newDataKeys' : 'nothing',
    });
    if (answer.ok) setShown(answer.data);
    return answer;
  };
  const title = t(
    replace
      ? 'keys.panel.replace'
      : ways.recoveryMadeAt === null
        ? 'keys.panel.makeRecovery'
        : 'keys.panel.renewRecovery',
  );
  const drop = (): void => {
    void client.request('keys.dropRecovery', {});
    onClose(false);
  };
  if (shown !== null)
    return (
      <Dialog title={t('keys.recovery.title')} wide onClose={drop}>
        <ShowAndTypeBack
          shown={shown}
          onConfirmed={() => onClose(true)}
          others={<Button onClick={drop}>{t('common.cancel')}</Button>}
        />
      </Dialog>
    );
  return (
    <ActDialog
      title={title}
      act={t('keys.recovery.show')}
      ready={!ways.passphrase || passphrase !== ''}
      onAct={make}
      onClose={(done) => {
        if (!done) onClose(false);
      }}
    >
      {replace ? (
        <>
          <p>{t('keys.panel.replaceText')}</p>
          <p>{t('keys.panel.replaceOld')}</p>
          <p>{t('keys.panel.chain')}</p>
        </>
      ) : (
        <p>{t(ways.recoveryMadeAt === null ? 'keys.recovery.lead' : 'keys.panel.renewText')}</p>
      )}
      {ways.passphrase ? (
        <Secret label={t('keys.panel.oldPassphrase')} value={passphrase} onChange={setPassphrase} />
      ) : null}
    </ActDialog>
  );
}
