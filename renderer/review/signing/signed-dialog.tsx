import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { signMeanings, type SignMeaning } from '../../../shared/session/sign-bodies.ts';
import type { SessionView } from '../../client/store.ts';
import { roles } from '../../../shared/people/people.ts';
import { dayOf } from '../../i18n/format.ts';
import { isComplete, StaffPin, unsigned } from '../../room/session/staff-pin.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field, TextArea } from '../../ui/field.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { ReadBy } from '../read-by.tsx';
import type { SentenceContext } from '../sentences.ts';
import { timeIn } from '../words/context.ts';
import { signingSentences } from '../words/signing.ts';
import { ActFailure } from './act-failure.tsx';
import { AskCosignForm } from './ask-cosign-form.tsx';
import { useRecordAct } from './use-record-act.ts';
import styles from './signing.module.css';

export interface SignedDialogProps {
  readonly view: SessionView;
  readonly context: SentenceContext;
  readonly onClose: () => void;
  /** Something was added. */
  readonly onAdded: () => void;
}

/** Who stands behind a closed record, what was added to it, and the ways to add a word or a signature. */
export function SignedDialog(props: SignedDialogProps): ReactElement {
  const { t } = useTranslation();
  const [form, setForm] = useState<'addendum' | 'cosign' | 'ask' | null>(null);
  const { view, context, onClose, onAdded } = props;
  const added = (): void => {
    setForm(null);
    onAdded();
  };
  return (
    <Dialog
      title={t('signing.stateTitle')}
      wide
      onClose={onClose}
      foot={<Button onClick={onClose}>{t('common.close')}</Button>}
    >
      <ul className={styles.signatures}>
        {entriesOf(context).map(({ seq, at, words }) => (
          <li key={seq}>
            <span>{words}</span>
            <small className={styles.soft}>
              {t('signing.at', { day: dayOf(at, view.session.created.timeZone), time: timeIn(context, at) })}
            </small>
          </li>
        ))}
      </ul>
      {form === null ? (
        <div className={styles.acts}>
          <Button onClick={() => setForm('addendum')}>{t('signing.addendum')}</Button>
          <Button onClick={() => setForm('cosign')}>{t('signing.cosign')}</Button>
          <Button onClick={() => setForm('ask')}>{t('signing.askCosign')}</Button>
        </div>
      ) : null}
      {form === 'addendum' ? <AddendumForm view={view} onAdded={added} /> : null}
      {form === 'cosign' ? <CosignForm view={view} onAdded={added} /> : null}
      {form === 'ask' ? <AskCosignForm session={view.session} onAdded={added} /> : null}
      <ReadBy context={context} />
    </Dialog>
  );
}

/** Signatures and addenda in the order in which they were made. */
function entriesOf(context: SentenceContext) {
  const { signature, cosignatures, cosignAsked, addenda } = context.session;
  const entries = [
    ...(signature === null ? [] : [{ ...signature, words: signedWords(signature, context) }]),
    ...cosignatures.map((one) => ({
      ...one,
      words: signingSentences.sessionCosigned({ type: 'sessionCosigned', ...one }, context),
    })),
    ...cosignAsked.map((one) => ({
      ...one,
      words: signingSentences.cosignAsked({ type: 'cosignAsked', ...one }, context),
    })),
    ...addenda.map((one) => ({
      ...one,
      words: signingSentences.addendumAdded({ type: 'addendumAdded', ...one }, context),
    })),
  ];
  return entries.toSorted((a, b) => a.seq - b.seq);
}

function signedWords(
  signature: NonNullable<SentenceContext['session']['signature']>,
  context: SentenceContext,
): string {
  return signingSentences.sessionSigned({ type: 'sessionSigned', ...signature, open: [...signature.open] }, context);
}

interface FormProps {
  readonly view: SessionView;
  readonly onAdded: () => void;
}

function AddendumForm({ view, onAdded }: FormProps): ReactElement {
  const { t } = useTranslation();
  const act = useRecordAct(view.session);
  const [addendumId] = useState(() => crypto.randomUUID());
  const [text, setText] = useState('');
  const [signed, setSigned] = useState(unsigned);
  const ready = text.trim() !== '' && isComplete(signed);
  const send = async (): Promise<void> => {
    if (await act.run({ type: 'addAddendum', addendumId, text, ...signed })) onAdded();
  };
  return (
    <>
      <Field label={t('signing.addendum')} hint={t('signing.addendumHint')}>
        {(control) => (
          <TextArea {...control} maxLength={2000} value={text} onChange={(event) => setText(event.target.value)} />
        )}
      </Field>
      <StaffPin label={t('signing.addBy')} value={signed} onChange={setSigned} exceptId={null} roles={roles} />
      <div className={styles.acts}>
        <Button tone="primary" disabled={!ready || act.busy} onClick={() => void send()}>
          {t('signing.add')}
        </Button>
      </div>
      <ActFailure failure={act.failure} />
    </>
  );
}

function CosignForm({ view, onAdded }: FormProps): ReactElement {
  const { t } = useTranslation();
  const { session } = view;
  const act = useRecordAct(session);
  const [meaning, setMeaning] = useState<SignMeaning | null>(null);
  const [signed, setSigned] = useState(unsigned);
  const send = async (): Promise<void> => {
    if (meaning !== null && (await act.run({ type: 'cosignSession', meaning, ...signed }))) onAdded();
  };
  return (
    <>
      <Segmented
        label={t('signing.meaning')}
        wrap
        options={signMeanings.map((value) => ({ value, label: t(`signing.meanings.${value}`) }))}
        value={meaning}
        onChange={setMeaning}
      />
      <StaffPin
        label={t('signing.who')}
        value={signed}
        onChange={setSigned}
        exceptId={session.signature?.staffId ?? null}
        roles={['clinician', 'owner']}
      />
      <div className={styles.acts}>
        <Button
          tone="primary"
          disabled={meaning === null || !isComplete(signed) || act.busy}
          onClick={() => void send()}
        >
          {t('signing.cosign')}
        </Button>
      </div>
      <ActFailure failure={act.failure} />
    </>
  );
}
