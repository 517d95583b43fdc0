import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { intakeLanguages, type IntakeLanguage } from '../../../shared/intake/choice.ts';
import type { Failure } from '../../../shared/ipc/answer.ts';
import { papers, type Paper } from '../../../shared/ipc/print.ts';
import { identityProofs, type CopyForm, type IdentityProof } from '../../../shared/session/patient-copy-bodies.ts';
import type { PatientCopy } from '../../../shared/session/patient-copy.ts';
import type { Session } from '../../../shared/session/state.ts';
import { useClient } from '../../client/room-context.ts';
import { dayOf } from '../../i18n/format.ts';
import { languageNames } from '../../i18n/patient/start.ts';
import { Button } from '../../ui/button.tsx';
import { Field, Select } from '../../ui/field.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import type { Send } from './send.ts';
import styles from './export.module.css';

export interface HandOverProps {
  readonly session: Session;
  readonly copy: PatientCopy;
  readonly send: Send;
  readonly onFailure: (failure: Failure | null) => void;
}

/** What was made just now: on paper, or a file with its name and the words that open it. */
type Made = { readonly form: 'paper' } | { readonly form: 'file'; readonly name: string; readonly password: string };

/** Makes the copy that was asked for, and writes down that it was handed over, to whom it was made sure. */
export function HandOver({ session, copy, send, onFailure }: HandOverProps): ReactElement {
  const { t } = useTranslation();
  const client = useClient();
  const [paper, setPaper] = useState<Paper>('a4');
  const [language, setLanguage] = useState<IntakeLanguage>(session.intake.language ?? 'en');
  const [made, setMade] = useState<Made | null>(null);
  const [identity, setIdentity] = useState<IdentityProof | ''>('');
  const [busy, setBusy] = useState(false);
  const which = { sessionId: session.sessionId, copyId: copy.copyId, language, paper };
  const make = async (form: CopyForm): Promise<void> => {
    setBusy(true);
    onFailure(null);
    const done = form === 'paper' ? await client.request('patientCopy.print', which) : await save();
    if (!done.ok) onFailure(done);
    else if (form === 'paper') setMade({ form });
    setBusy(false);
  };
  const save = async () => {
    const words = await client.request('archive.words', {});
    if (!words.ok) return words;
    const password = words.data.passphrase;
    const saved = await client.request('patientCopy.save', { ...which, password });
    if (saved.ok && saved.data.name !== null) setMade({ form: 'file', name: saved.data.name, password });
    return saved;
  };
  const day = dayOf(copy.askedAt, session.created.timeZone);
  return (
    <div className={styles.form}>
      <p>{t(copy.whole ? 'patientCopy.dialog.openWhole' : 'patientCopy.dialog.open', { day })}</p>
      <Segmented
        label={t('patientCopy.dialog.language')}
        options={intakeLanguages.map((value) => ({ value, label: languageNames[value] }))}
        value={language}
        onChange={setLanguage}
      />
      {copy.whole && language !== 'en' ? <p>{t('patientCopy.dialog.languageHint')}</p> : null}
      <Segmented
        label={t('patientCopy.dialog.paper')}
        options={papers.map((value) => ({ value, label: t(`patientCopy.dialog.size.${value}`) }))}
        value={paper}
        onChange={setPaper}
      />
      <div className={styles.acts}>
        <Button disabled={busy} onClick={() => void make('paper')}>
          {t('patientCopy.dialog.print')}
        </Button>
        <Button disabled={busy} onClick={() => void make('file')}>
          {t('patientCopy.dialog.save')}
        </Button>
      </div>
      {busy ? <p role="status">{t('exporting.wait')}</p> : null}
      {made?.form === 'file' ? (
        <div role="status" className={styles.password}>
          <p>✓ {t('exporting.saved', { name: made.name })}</p>
          <p>{t('patientCopy.dialog.password')}</p>
          <p className={styles.words}>{made.password}</p>
          <p>{t('patientCopy.dialog.howToOpen')}</p>
        </div>
      ) : null}
      {made === null ? null : (
        <>
          <Field label={t('patientCopy.dialog.identity')}>
            {(control) => (
              <Select
                {...control}
                value={identity}
                onChange={(event) => setIdentity(identityProofs.find((proof) => proof === event.target.value) ?? '')}
              >
                <option value="">{t('patientCopy.dialog.choose')}</option>
                {identityProofs.map((proof) => (
                  <option key={proof} value={proof}>
                    {t(`patientCopy.dialog.proof.${proof}`)}
                  </option>
                ))}
              </Select>
            )}
          </Field>
          <Button
            tone="primary"
            disabled={busy || identity === ''}
            onClick={() =>
              identity === ''
                ? undefined
                : void send({ type: 'handCopy', copyId: copy.copyId, form: made.form, identity })
            }
          >
            {t('patientCopy.dialog.hand')}
          </Button>
        </>
      )}
    </div>
  );
}
