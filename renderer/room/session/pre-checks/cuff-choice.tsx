import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { cuffSizes } from '../../../../shared/session/gate-bodies.ts';
import { Segmented } from '../../../ui/segmented.tsx';
import { usePress } from '../act.tsx';
import { useView } from '../view.ts';

/** Which cuff a try was taken with: one that is too small reads too high. */
export function CuffChoice({ readingId }: { readonly readingId: string }): ReactElement {
  const { t } = useTranslation();
  const { session } = useView();
  const press = usePress();
  return (
    <Segmented
      label={t('attention.gate.cuff')}
      labelHidden
      options={cuffSizes.map((value) => ({ value, label: t(`attention.gate.cuffs.${value}`) }))}
      value={session.cuffs[readingId] ?? null}
      onChange={(cuff) => press({ type: 'noteCuff', readingId, cuff })}
    />
  );
}
