import { useEffect, useRef, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { SessionCommand } from '../../../shared/session/command.ts';
import { useStatus } from '../../client/session-store.ts';
import { Button } from '../../ui/button.tsx';
import { useAct, type Act } from './act.tsx';
import { isComplete, StaffPin, unsigned, type Signed } from './staff-pin.tsx';
import styles from './staff-pin.module.css';

/** Who enters one thing, where it is not whoever is signed in. */
export interface Entrant {
  /** Whether somebody else is to enter it. */
  readonly isOpen: boolean;
  /** Name and PIN are there. */
  readonly isReady: boolean;
  readonly signed: Signed;
  readonly open: () => void;
  readonly close: () => void;
  readonly change: (signed: Signed) => void;
  /** What goes with the command; undefined: it is entered by whoever is signed in. */
  readonly as: Signed | undefined;
  /** After a press: it was for this one entry; refused, the name stays and the PIN is typed again. */
  readonly pressed: (taken: boolean) => void;
}

/** Whether somebody else enters the next thing, and who. */
export function useEntrant(): Entrant {
  const [signed, setSigned] = useState<Signed | null>(null);
  const isReady = signed !== null && isComplete(signed);
  return {
    isOpen: signed !== null,
    isReady,
    signed: signed ?? unsigned,
    open: () => setSigned(unsigned),
    close: () => setSigned(null),
    change: setSigned,
    as: isReady ? signed : undefined,
    pressed: (taken) => setSigned((before) => (taken || before === null ? null : { ...before, pin: '' })),
  };
}

/** A form's way to the record, for whoever is signed in or for somebody else. */
export interface SignedAct extends Act {
  readonly entrant: Entrant;
}

/** An act whose entries somebody else may sign for, one at a time. */
export function useSignedAct(): SignedAct {
  const act = useAct();
  const entrant = useEntrant();
  const run = async (command: SessionCommand) => {
    const taken = await act.run(command, entrant.as);
    entrant.pressed(taken);
    return taken;
  };
  return { ...act, run, entrant };
}

export interface SomeoneElseProps {
  readonly entrant: Entrant;
  /** Enter after the PIN. */
  readonly onEnter?: () => void;
}

/** A second nurse signs for this one entry. The room's holder stays, and so does whoever is signed in. */
export function SomeoneElse({ entrant }: Pick<SomeoneElseProps, 'entrant'>): ReactElement {
  return entrant.isOpen ? <EntrantNames entrant={entrant} /> : <EntrantPress entrant={entrant} />;
}

/** The small press; nothing once it is pressed. */
export function EntrantPress({ entrant }: Pick<SomeoneElseProps, 'entrant'>): ReactElement | null {
  const { t } = useTranslation();
  const signedIn = useStatus()?.signedIn ?? null;
  if (entrant.isOpen) return null;
  return (
    <Button tone="quiet" className={styles.small} onClick={entrant.open}>
      {t(signedIn === null ? 'session.someoneElse.openLocked' : 'session.someoneElse.open')}
    </Button>
  );
}

/** Name and PIN of whoever enters it, and the way back. */
export function EntrantNames({ entrant, onEnter }: SomeoneElseProps): ReactElement {
  const { t } = useTranslation();
  const signedIn = useStatus()?.signedIn ?? null;
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.querySelector('select')?.focus(), []);
  return (
    <div
      ref={place}
      className={styles.someoneElse}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && event.target instanceof HTMLInputElement && entrant.isReady) onEnter?.();
      }}
    >
      <StaffPin
        label={t('session.someoneElse.who')}
        value={entrant.signed}
        onChange={entrant.change}
        exceptId={signedIn?.staffId ?? null}
        roles={['nurse', 'clinician']}
      />
      <Button onClick={entrant.close}>
        {signedIn === null
          ? t('session.someoneElse.backLocked')
          : t('session.someoneElse.back', { name: signedIn.name })}
      </Button>
    </div>
  );
}
