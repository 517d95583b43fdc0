import { useEffect, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../shared/ipc/answer.ts';
import type { Copy, CopyPlace, RestorePreview } from '../../shared/ipc/backups.ts';
import { lookAfterRoles } from '../../shared/people/people.ts';
import { useClient } from '../client/room-context.ts';
import { failureText } from '../i18n/failure.ts';
import { StaffContext, useStaff } from '../room/session/staff.ts';
import { isComplete, StaffPin, unsigned, type Signed } from '../room/session/staff-pin.tsx';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Field, TextInput } from '../ui/field.tsx';
import { Progress } from '../ui/progress.tsx';
import { CopyChoice } from './copy-choice.tsx';
import { RestoreWords } from './restore-preview.tsx';
import styles from './record.module.css';
import { useJob } from './use-job.ts';

export interface RestoreDialogProps {
  /** The clinic's own folder for copies, or null. */
  readonly outside: string | null;
  /** The copies are another computer's: they lie in a folder that somebody picks, and have keys of their own. */
  readonly foreign: boolean;
  /** This computer has no key chain: taking over another one's record asks for a passphrase. */
  readonly passphraseNeeded: boolean;
  readonly onClose: () => void;
}

/** Chooses a copy, shows what restoring it would change, and restores it once somebody who looks after records signs. */
export function RestoreDialog({ outside, foreign, passphraseNeeded, onClose }: RestoreDialogProps): ReactElement {
  const { t } = useTranslation();
  const client = useClient();
  const staging = useJob('restoreStage');
  const acting = useJob('restore');
  const [preview, setPreview] = useState<RestorePreview | null>(null);
  const [chosen, setChosen] = useState<Copy | null>(null);
  const look = async (where: CopyPlace, copy: Copy): Promise<void> => {
    setPreview(null);
    setChosen(copy);
    await staging.begin(() => client.request('restore.stage', { where, stem: copy.stem }));
  };
  // The end of staging is a push; what it found is asked for then.
  const staged = staging.state.kind === 'done';
  useEffect(() => {
    if (!staged) return;
    void client.request('restore.preview', {}).then((answer) => {
      if (answer.ok) setPreview(answer.data);
    });
  }, [client, staged]);
  const failed = staging.state.kind === 'failed' ? staging.state.failure : null;
  return (
    <Dialog
      title={t('record.backups.restore.title')}
      wide
      // Left now, the record would be closed under somebody who went on with something else.
      onClose={acting.state.kind === 'running' ? () => undefined : onClose}
      foot={preview === null ? <Button onClick={onClose}>{t('common.cancel')}</Button> : undefined}
    >
      <div className={styles.card}>
        {failed === null ? null : <Said failure={failed} />}
        {preview !== null ? (
          <SignRestore
            preview={preview}
            passphraseNeeded={foreign && passphraseNeeded}
            acting={acting}
            onCancel={onClose}
            onBack={() => {
              setPreview(null);
              setChosen(null);
            }}
          />
        ) : staging.state.kind === 'running' || (chosen !== null && failed === null) ? (
          <div role="status">
            <p>{t('record.backups.restore.looking')}</p>
            <Progress
              share={
                staging.state.kind === 'running' && staging.state.total > 0
                  ? staging.state.done / staging.state.total
                  : 0
              }
            />
          </div>
        ) : (
          <CopyChoice outside={outside} foreign={foreign} onLook={(where, copy) => void look(where, copy)} />
        )}
      </div>
    </Dialog>
  );
}

function Said({ failure }: { readonly failure: Failure }): ReactElement {
  const { say, next } = failureText(failure);
  return (
    <Banner tone="red">
      <p>{say}</p>
      <p>{next}</p>
    </Banner>
  );
}

interface SignProps {
  readonly preview: RestorePreview;
  readonly passphraseNeeded: boolean;
  readonly acting: ReturnType<typeof useJob>;
  readonly onCancel: () => void;
  readonly onBack: () => void;
}

function SignRestore({ preview, passphraseNeeded, acting, onCancel, onBack }: SignProps): ReactElement {
  const { t } = useTranslation();
  const client = useClient();
  const known = useStaff();
  const [signed, setSigned] = useState<Signed>(unsigned);
  const [passphrase, setPassphrase] = useState('');
  const running = acting.state.kind === 'running';
  const ready = isComplete(signed) && (!passphraseNeeded || passphrase.length >= 8);
  const act = (): void =>
    void acting.begin(() =>
      client.request('restore.do', {
        stem: preview.copy.stem,
        signed,
        passphrase: passphraseNeeded ? passphrase : null,
      }),
    );
  return (
    <>
      <RestoreWords preview={preview} />
      <StaffContext value={known.length > 0 ? known : preview.staff}>
        <StaffPin
          label={t('record.act.who')}
          value={signed}
          onChange={setSigned}
          exceptId={null}
          roles={lookAfterRoles}
        />
      </StaffContext>
      {passphraseNeeded ? (
        <Field label={t('record.backups.restore.passphrase')} hint={t('record.backups.restore.passphraseHint')}>
          {(control) => (
            <TextInput
              {...control}
              type="password"
              value={passphrase}
              onChange={(event) => setPassphrase(event.target.value)}
            />
          )}
        </Field>
      ) : null}
      {acting.state.kind === 'failed' ? <Said failure={acting.state.failure} /> : null}
      <div className={styles.foot}>
        <Button disabled={running} onClick={onCancel}>
          {t('common.cancel')}
        </Button>
        <Button disabled={running} onClick={onBack}>
          {t('record.backups.restore.back')}
        </Button>
        <Button tone="primary" disabled={!ready || running} onClick={act}>
          {running ? t('record.backups.restore.acting') : t('record.backups.restore.act')}
        </Button>
      </div>
    </>
  );
}
