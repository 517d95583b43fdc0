import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { SaidBy } from '../../../shared/session/sign-for.ts';
import { Field, TextInput } from '../../ui/field.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { useStaff } from './staff.ts';

const ELSE = 'else';

/** Which doctor: one of the staff, or somebody else by name. */
export interface Doctor {
  /** Null while nobody is named. */
  readonly who: SaidBy | null;
  readonly chosen: string | null;
  readonly name: string;
  readonly choose: (chosen: string) => void;
  readonly call: (name: string) => void;
}

/** @param first the name that it begins with; empty: nobody is chosen yet. */
export function useDoctor(first = ''): Doctor {
  const doctors = useDoctors();
  const [chosen, setChosen] = useState<string | null>(
    () => doctors.find(({ name }) => name === first)?.staffId ?? (first === '' && doctors.length > 0 ? null : ELSE),
  );
  const [name, setName] = useState(chosen === ELSE ? first : '');
  const known = doctors.find(({ staffId }) => staffId === chosen);
  const said = name.trim();
  const other = chosen === ELSE && said !== '' ? { staffId: null, name: said } : null;
  return {
    who: known === undefined ? other : { staffId: known.staffId, name: known.name },
    ...{ chosen, name, choose: setChosen, call: setName },
  };
}

function useDoctors() {
  return useStaff().filter(({ active, role }) => active && role === 'clinician');
}

/** Doctors of the staff by one press each, and somebody else by name. */
export function DoctorChoice({ label, doctor }: { readonly label: string; readonly doctor: Doctor }): ReactElement {
  const { t } = useTranslation();
  const doctors = useDoctors();
  return (
    <>
      <Segmented
        label={label}
        wrap
        options={[
          ...doctors.map((one) => ({ value: one.staffId, label: one.name })),
          { value: ELSE, label: t('events.call.else') },
        ]}
        value={doctor.chosen}
        onChange={doctor.choose}
      />
      {doctor.chosen === ELSE ? (
        <Field label={t('events.call.name')}>
          {(control) => (
            <TextInput
              {...control}
              value={doctor.name}
              maxLength={120}
              onChange={(event) => doctor.call(event.target.value)}
            />
          )}
        </Field>
      ) : null}
    </>
  );
}
