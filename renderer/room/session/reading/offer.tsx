import type { TFunction } from 'i18next';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Meant } from '../../../../shared/vitals/meant.ts';
import { Button } from '../../../ui/button.tsx';

/** The key that takes what is offered; it does nothing in a field of one line and nothing on a button. */
export const OFFER_KEY = 'ArrowUp';

/** What would change: `128/82`, or `pulse 88`. */
function offeredWords(t: TFunction, { typed, fields }: Meant): string {
  const isPressure = fields.includes('systolic') && fields.includes('diastolic') && typed.diastolic !== '';
  const others = fields.filter((field) => !(isPressure && (field === 'systolic' || field === 'diastolic')));
  const [only] = fields;
  if (fields.length === 1 && only !== undefined) return typed[only];
  const words = others
    .filter((field) => typed[field] !== '')
    .map((field) => `${t(`readings.field.${field}`)} ${typed[field]}`);
  return [...(isPressure ? [`${typed.systolic}/${typed.diastolic}`] : []), ...words].join(', ');
}

/** "Did you mean 128?": one press takes it, and the whole is read back. */
export function OfferButton({ meant, onTake }: { readonly meant: Meant; readonly onTake: () => void }): ReactElement {
  const { t } = useTranslation();
  return (
    <Button keyLabel="↑" onClick={onTake}>
      {t('readingParts.didYouMean', { what: offeredWords(t, meant) })}
    </Button>
  );
}
