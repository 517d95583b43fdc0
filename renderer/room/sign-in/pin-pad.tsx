import { useRef, useState, type FormEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { Field, TextInput } from '../../ui/field.tsx';
import { Keypad, typed, type KeypadKey } from '../../ui/keypad.tsx';
import styles from './sign-in.module.css';

/** What a PIN may be: 4 to 8 digits. */
const PIN = /^\d{4,8}$/;

export interface PinPadProps {
  readonly label: string;
  readonly busy: boolean;
  /** What was wrong with the last try; null before the first. */
  readonly error: string | null;
  readonly onPin: (pin: string) => Promise<void>;
}

/** A PIN by large keys or by the keyboard; digits show as dots. Empties itself after a wrong try. */
export function PinPad({ label, busy, error, onPin }: PinPadProps): ReactElement {
  const { t } = useTranslation();
  const [pin, setPin] = useState('');
  const [short, setShort] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const change = (next: string): void => {
    setShort(false);
    setPin(next.replaceAll(/\D/g, '').slice(0, 8));
  };
  const submit = (): void => {
    setShort(!PIN.test(pin));
    if (!PIN.test(pin) || busy) return;
    void onPin(pin).then(() => {
      setPin('');
      field.current?.focus();
    });
  };
  const key = (pressed: KeypadKey): void => (pressed === 'next' ? submit() : change(typed(pin, pressed)));
  return (
    <form
      className={styles.pad}
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        submit();
      }}
    >
      <Field label={label} error={short ? t('shell.pinShort') : pin === '' ? error : null}>
        {(control) => (
          <TextInput
            {...control}
            ref={field}
            // The pad is all there is on its screen, and the nurse's hands are already on the digits.
            autoFocus
            type="password"
            inputMode="numeric"
            autoComplete="off"
            maxLength={8}
            value={pin}
            onChange={(event) => change(event.target.value)}
            className={styles.pin}
          />
        )}
      </Field>
      <Keypad label={t('shell.digits')} backLabel={t('shell.deleteDigit')} nextLabel={t('shell.signIn')} onKey={key} />
      <Button tone="primary" type="submit" disabled={busy} className={styles.submit}>
        {t('shell.signIn')}
      </Button>
    </form>
  );
}
