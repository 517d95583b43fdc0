import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { SessionCommand } from '../../../shared/session/command.ts';
import { signMeanings, type NextDecision, type SignMeaning } from '../../../shared/session/sign-bodies.ts';
import { signGaps, signOpen } from '../../../shared/session/sign-missing.ts';
import type { SessionView } from '../../client/store.ts';
import { isComplete, StaffPin, type Signed } from '../../room/session/staff-pin.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { ActFailure } from './act-failure.tsx';
import { GapsCard } from './gaps-card.tsx';
import { NextNoteFields } from './next-note-fields.tsx';
import { useRecordAct } from './use-record-act.ts';
import styles from './signing.module.css';

export interface SignDialogProps {
  readonly view: SessionView;
  /** Who is signed in, where they may sign: their name is chosen already, never their PIN. */
  readonly staffId: string;
  readonly onClose: () => void;
  readonly onSigned: () => void;
  /** It was refused: the record may have gone on since it was read. It is read again, and the form stays. */
  readonly onRefused: () => void;
}

/** What is open, what the signature means, the note for the next infusion, name and PIN. Nothing is chosen beforehand. */
export function SignDialog({ view, staffId, onClose, onSigned, onRefused }: SignDialogProps): ReactElement {
  const { t } = useTranslation();
  const { session, protocol } = view;
  const act = useRecordAct(session);
  const [meaning, setMeaning] = useState<SignMeaning | null>(null);
  const [next, setNext] = useState<NextDecision | 'none' | null>(null);
  const [words, setWords] = useState('');
  const [signed, setSigned] = useState<Signed>({ staffId, pin: '' });
  const gaps = signGaps(session);
  const command = commandOf({ meaning, next, words, signed });
  const send = async (): Promise<void> => {
    if (command === null) return;
    if (await act.run(command)) onSigned();
    else onRefused();
  };
  return (
    <Dialog
      title={t('signing.title')}
      wide
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button tone="primary" disabled={command === null || gaps.length > 0 || act.busy} onClick={() => void send()}>
            {t('signing.sign')}
          </Button>
        </>
      }
    >
      <GapsCard session={session} gaps={gaps} open={signOpen(session, protocol)} />
      {gaps.length > 0 ? null : (
        <>
          <Segmented
            label={t('signing.meaning')}
            wrap
            options={signMeanings.map((value) => ({ value, label: t(`signing.meanings.${value}`) }))}
            value={meaning}
            onChange={setMeaning}
          />
          <NextNoteFields next={next} words={words} onNext={setNext} onWords={setWords} />
          <StaffPin
            label={t('signing.who')}
            value={signed}
            onChange={setSigned}
            exceptId={null}
            roles={['clinician', 'owner']}
          />
          <p className={styles.soft}>{t('signing.closes')}</p>
        </>
      )}
      <ActFailure failure={act.failure} />
    </Dialog>
  );
}

interface Filled {
  readonly meaning: SignMeaning | null;
  readonly next: NextDecision | 'none' | null;
  readonly words: string;
  readonly signed: Signed;
}

/** Null while something is still to be said; a change or a hold needs words. */
function commandOf({ meaning, next, words, signed }: Filled): SessionCommand | null {
  if (meaning === null || next === null || !isComplete(signed)) return null;
  const said = words.trim() === '' ? null : words;
  if (next === 'none') return { type: 'signSession', meaning, next: null, ...signed };
  if (next !== 'goOn' && said === null) return null;
  return { type: 'signSession', meaning, next: { decision: next, words: said }, ...signed };
}
