import { useState, type FormEvent, type ReactElement } from 'react';
import { Dialog } from '../ui/dialog.tsx';
import { Field, Select, TextInput } from '../ui/field.tsx';
import { Keypad, typed, type KeypadKey } from '../ui/keypad.tsx';
import { usePatient, useShown } from './patient-context.ts';
import { Press } from './press.tsx';
import { usePatientText } from './use-patient-text.ts';
import styles from './staff-corner.module.css';

/** The small control by which staff take the screen back. */
export function StaffCorner(): ReactElement {
  const t = usePatientText();
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" className={styles.corner} onClick={() => setOpen(true)}>
        {t('staff.open')}
      </button>
      {open ? <StaffDialog onClose={() => setOpen(false)} /> : null}
    </>
  );
}

/** Who it is, and their PIN; whoever opened it by mistake just goes back. */
function StaffDialog({ onClose }: { readonly onClose: () => void }): ReactElement {
  const { store } = usePatient();
  const { staff } = useShown();
  const t = usePatientText();
  const [staffId, setStaffId] = useState(staff[0]?.staffId ?? '');
  const [pin, setPin] = useState('');
  const [refused, setRefused] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const change = (next: string): void => {
    setRefused(null);
    setPin(next.replaceAll(/\D/g, '').slice(0, 8));
  };
  const submit = (): void => {
    if (busy || staffId === '' || !/^\d{4,8}$/.test(pin)) return;
    setBusy(true);
    void store.leave(staffId, pin).then((code) => {
      if (code === null) return onClose();
      setBusy(false);
      setPin('');
      setRefused(code);
    });
  };
  const key = (pressed: KeypadKey): void => (pressed === 'next' ? submit() : change(typed(pin, pressed)));
  const why = (code: string): string =>
    code === 'access.mustWait' ? t('staff.wait') : code === 'access.wrongPin' ? t('staff.wrong') : t('staff.failed');
  return (
    <Dialog
      wide
      title={t('staff.title')}
      onClose={onClose}
      foot={
        <>
          <Press tone="quiet" onClick={onClose}>
            {t('back')}
          </Press>
          <Press tone="primary" type="submit" form="staff-leave" disabled={busy}>
            {t('staff.leave')}
          </Press>
        </>
      }
    >
      <form
        id="staff-leave"
        className={styles.form}
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          submit();
        }}
      >
        <div className={styles.fields}>
          <p>{t('staff.text')}</p>
          <Field label={t('staff.who')}>
            {(control) => (
              <Select {...control} value={staffId} onChange={(event) => setStaffId(event.target.value)}>
                {staff.map((member) => (
                  <option key={member.staffId} value={member.staffId}>
                    {member.name}
                  </option>
                ))}
              </Select>
            )}
          </Field>
          <Field label={t('staff.pin')} error={refused === null ? null : why(refused)}>
            {(control) => (
              <TextInput
                {...control}
                // Where a dialog puts the focus first.
                ref={(element) => element?.setAttribute('autofocus', '')}
                type="password"
                inputMode="numeric"
                maxLength={8}
                value={pin}
                onChange={(event) => change(event.target.value)}
              />
            )}
          </Field>
        </div>
        <Keypad label={t('staff.digits')} backLabel={t('staff.delete')} nextLabel={t('staff.leave')} onKey={key} />
      </form>
    </Dialog>
  );
}
