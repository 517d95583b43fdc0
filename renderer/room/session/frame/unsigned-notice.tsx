import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useState } from 'react';
import { Banner } from '../../../ui/banner.tsx';
import { Button } from '../../../ui/button.tsx';
import { usePress } from '../act.tsx';
import { CommandDialog } from '../command-dialog.tsx';
import { ReasonChoice } from '../reason-choice.tsx';
import { useView } from '../view.ts';

/** Entries made at the locked screen wait for somebody to sign for them, or to say that they are not theirs. */
export function UnsignedNotice(): ReactElement {
  const { t } = useTranslation();
  const { session } = useView();
  const press = usePress();
  const [refusing, setRefusing] = useState(false);
  const seqs = [...session.unsigned];
  return (
    <>
      <Banner
        tone="amber"
        actions={
          <>
            <Button onClick={() => setRefusing(true)}>{t('session.unsigned.disown')}</Button>
            <Button tone="primary" onClick={() => press({ type: 'claim', seqs })}>
              {t('session.unsigned.claim')}
            </Button>
          </>
        }
      >
        {t('session.unsigned.words', { count: seqs.length })}
      </Banner>
      {refusing ? <Disown seqs={seqs} onClose={() => setRefusing(false)} /> : null}
    </>
  );
}

function Disown({ seqs, onClose }: { readonly seqs: readonly number[]; readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  return (
    <CommandDialog
      title={t('session.unsigned.disownTitle')}
      act={t('session.unsigned.disown')}
      command={reason.trim() === '' ? null : { type: 'disown', seqs: [...seqs], reason: reason.trim() }}
      onClose={onClose}
    >
      <ReasonChoice
        label={t('session.reason')}
        options={[t('session.unsigned.reasons.notMine'), t('session.unsigned.reasons.byMistake')]}
        otherLabel={t('session.otherReason')}
        value={reason}
        onChange={setReason}
      />
    </CommandDialog>
  );
}
