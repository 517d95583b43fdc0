import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Role } from '../../../shared/people/people.ts';
import { Field, Select, TextInput } from '../../ui/field.tsx';
import { useStaff } from './staff.ts';
import styles from './staff-pin.module.css';

/** A staff member and what they typed as their PIN. */
export interface Signed {
  readonly staffId: string;
  readonly pin: string;
}

export const unsigned: Signed = { staffId: '', pin: '' };

/** Whether a name is chosen and the PIN has the form of one; main says whether it is theirs. */
export function isComplete({ staffId, pin }: Signed): boolean {
  return staffId !== '' && /^\d{4,8}$/.test(pin);
}

export interface StaffPinProps {
  readonly label: string;
  readonly value: Signed;
  readonly onChange: (value: Signed) => void;
  /** Who may not be chosen: a second check is somebody else's. */
  readonly exceptId: string | null;
  readonly roles: readonly Role[];
}

/** A second person signs: their name and their own PIN. */
export function StaffPin({ label, value, onChange, exceptId, roles }: StaffPinProps): ReactElement {
  const { t } = useTranslation();
  const staff = useStaff().filter(
    (member) => member.active && member.staffId !== exceptId && roles.includes(member.role),
  );
  return (
    <div className={styles.pair} role="group" aria-label={label}>
      <Field label={label}>
        {(control) => (
          <Select
            {...control}
            value={value.staffId}
            onChange={(event) => onChange({ staffId: event.target.value, pin: '' })}
          >
            <option value="">{t('session.sign.choose')}</option>
            {staff.map((member) => (
              <option key={member.staffId} value={member.staffId}>
                {member.name}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field label={t('session.sign.pin')}>
        {(control) => (
          <TextInput
            {...control}
            type="password"
            inputMode="numeric"
            maxLength={8}
            disabled={value.staffId === ''}
            value={value.pin}
            onChange={(event) => onChange({ ...value, pin: event.target.value.replaceAll(/\D/g, '') })}
          />
        )}
      </Field>
    </div>
  );
}
