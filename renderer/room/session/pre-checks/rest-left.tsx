import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { restLeftMs } from '../../../../shared/session/gate-state.ts';
import { lifeMs } from '../../../../shared/session/life.ts';
import { formatCountdown } from '../../../../shared/time/format.ts';
import { attentionLevels } from '../../../../shared/vitals/attention-levels.ts';
import { useSecond } from '../../../client/clock.ts';
import { useView } from '../view.ts';

/** What is left of the rest before another try, or that it is over; nothing where nobody rests. */
export function RestLeft({ className }: { readonly className?: string | undefined }): ReactElement | null {
  const { t } = useTranslation();
  const { session } = useView();
  const words = useSecond((now) => {
    const leftMs = restLeftMs(session, lifeMs(session, now));
    if (leftMs === null) return null;
    return leftMs > 0 ? t('attention.gate.left', { time: formatCountdown(leftMs) }) : t('attention.gate.over');
  });
  if (words === null) return null;
  return (
    <strong className={className}>
      <span aria-hidden="true">{attentionLevels.reminder.sign} </span>
      {words}
    </strong>
  );
}
