import { useEffect, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../shared/ipc/answer.ts';
import type { Staff } from '../../../shared/people/people.ts';
import { useClient } from '../../client/room-context.ts';
import { failureText } from '../../i18n/failure.ts';
import { Banner } from '../../ui/banner.tsx';
import { PinPad } from './pin-pad.tsx';
import styles from './sign-in.module.css';

/** Choose a name, then the PIN: two presses and four digits. */
export function SignInForm({ onSignedIn }: { readonly onSignedIn: () => void }): ReactElement {
  const { t } = useTranslation();
  const { staff, failure } = useStaff();
  const [chosen, setChosen] = useState<Staff | null>(null);
  const only = staff !== null && staff.length === 1 ? (staff[0] ?? null) : null;
  const who = chosen ?? only;
  if (failure !== null) return <Banner tone="red">{failureText(failure).say}</Banner>;
  if (staff === null) return <p className={styles.soft}>{t('common.loading')}</p>;
  if (who !== null) {
    return (
      <PinEntry
        key={who.staffId}
        who={who}
        onSignedIn={onSignedIn}
        onOther={only === null ? () => setChosen(null) : null}
      />
    );
  }
  return (
    <div className={styles.form}>
      <p className={styles.soft}>{staff.length === 0 ? t('shell.noStaff') : t('shell.signInLead')}</p>
      <ul className={styles.names}>
        {staff.map((person) => (
          <li key={person.staffId}>
            <button type="button" className={styles.name} onClick={() => setChosen(person)}>
              <strong>{person.name}</strong>
              <span>{t(`shell.role.${person.role}`)}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

interface PinEntryProps {
  readonly who: Staff;
  readonly onSignedIn: () => void;
  /** Null where there is only one name. */
  readonly onOther: (() => void) | null;
}

function PinEntry({ who, onSignedIn, onOther }: PinEntryProps): ReactElement {
  const { t } = useTranslation();
  const client = useClient();
  const [failure, setFailure] = useState<Failure | null>(null);
  const [busy, setBusy] = useState(false);
  const submit = async (pin: string): Promise<void> => {
    setBusy(true);
    const answer = await client.request('staff.signIn', { staffId: who.staffId, pin });
    setBusy(false);
    setFailure(answer.ok ? null : answer);
    if (answer.ok) onSignedIn();
  };
  const text = failure === null ? null : failureText(failure);
  return (
    <div className={styles.form}>
      <PinPad
        label={t('shell.pinOf', { name: who.name })}
        busy={busy}
        error={text === null ? null : `${text.say} ${text.next}`}
        onPin={submit}
      />
      {onOther === null ? null : (
        <button type="button" className={styles.other} onClick={onOther}>
          {t('shell.otherName')}
        </button>
      )}
    </div>
  );
}

/** The people who may sign in, read once. */
function useStaff(): { readonly staff: readonly Staff[] | null; readonly failure: Failure | null } {
  const client = useClient();
  const [state, setState] = useState<{ staff: readonly Staff[] | null; failure: Failure | null }>({
    staff: null,
    failure: null,
  });
  useEffect(() => {
    let ended = false;
    void client.request('staff.list', {}).then((answer) => {
      if (ended) return;
      if (answer.ok) setState({ staff: answer.data.staff.filter((person) => person.active), failure: null });
      else setState({ staff: null, failure: answer });
    });
    return () => {
      ended = true;
    };
  }, [client]);
  return state;
}
