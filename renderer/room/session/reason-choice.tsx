import { useState, type ReactElement } from 'react';
import { Field, TextInput } from '../../ui/field.tsx';
import { Segmented } from '../../ui/segmented.tsx';

export interface ReasonChoiceProps {
  readonly label: string;
  /** Reasons in words, as they go into the record. */
  readonly options: readonly string[];
  readonly otherLabel: string;
  readonly value: string;
  readonly onChange: (reason: string) => void;
}

/** A reason by one press, or in the nurse's own words. */
export function ReasonChoice({ label, options, otherLabel, value, onChange }: ReasonChoiceProps): ReactElement {
  const [own, setOwn] = useState('');
  return (
    <>
      <Segmented
        label={label}
        wrap
        options={options.map((option) => ({ value: option, label: option }))}
        value={options.includes(value) ? value : null}
        onChange={(option) => {
          setOwn('');
          onChange(option);
        }}
      />
      <Field label={otherLabel}>
        {(control) => (
          <TextInput
            {...control}
            value={own}
            maxLength={500}
            onChange={(event) => {
              setOwn(event.target.value);
              onChange(event.target.value);
            }}
          />
        )}
      </Field>
    </>
  );
}
