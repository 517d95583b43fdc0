import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Field, TextInput } from '../ui/field.tsx';
import { parseTime, timeText } from './time-text.ts';

export interface TimeFieldProps {
  readonly label: string;
  /** 0 and up. */
  readonly ms: number;
  readonly mostMs: number;
  readonly onMs: (ms: number) => void;
}

/** A length of time in minutes and seconds. What is typed counts as soon as it is one; what is not is said, not swallowed. */
export function TimeField({ label, ms, mostMs, onMs }: TimeFieldProps): ReactElement {
  const { t } = useTranslation();
  const [typed, setTyped] = useState<string | null>(null);
  const value = typed === null ? null : parseTime(typed);
  const error =
    typed === null
      ? null
      : value === null
        ? t('cueSheet.timeWrong')
        : value > mostMs
          ? t('cueSheet.timeRange', { least: timeText(0), most: timeText(mostMs) })
          : null;
  return (
    <Field label={label} error={error}>
      {(control) => (
        <TextInput
          {...control}
          inputMode="numeric"
          maxLength={8}
          value={typed ?? timeText(ms)}
          onChange={(event) => {
            const text = event.target.value;
            setTyped(text);
            const next = parseTime(text);
            if (next !== null && next <= mostMs) onMs(next);
          }}
          onBlur={() => setTyped(null)}
        />
      )}
    </Field>
  );
}
