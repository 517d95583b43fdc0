import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Segmented } from '../../ui/segmented.tsx';

/** How long ago the pump did what is being reported, minutes. */
export const agoMinutes = [0, 1, 2, 5] as const;

export interface AgoChoiceProps {
  readonly label: string;
  readonly labelHidden?: boolean;
  /** Minutes. */
  readonly value: number;
  readonly onChange: (minutes: number) => void;
}

/** "Now" or 1, 2, 5 minutes ago: the pump is the truth, and a press reports it. */
export function AgoChoice({ label, labelHidden = false, value, onChange }: AgoChoiceProps): ReactElement {
  const { t } = useTranslation();
  const options = agoMinutes.map((minutes) => ({
    value: String(minutes),
    label: minutes === 0 ? t('session.ago.now') : t('session.ago.minutes', { minutes }),
  }));
  return (
    <Segmented
      label={label}
      labelHidden={labelHidden}
      options={options}
      value={String(value)}
      onChange={(minutes) => onChange(Number(minutes))}
    />
  );
}
