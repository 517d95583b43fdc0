import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { MarkState } from '../../../../shared/session/care-state.ts';
import { Button } from '../../../ui/button.tsx';
import { usePress } from '../act.tsx';
import { timeOfDay } from '../format.ts';
import { useLocked, useView, useViewNow } from '../view.ts';
import { lifeMs } from '../../../../shared/session/life.ts';
import styles from './marks.module.css';

/** How long a press can be taken back with one more press, ms. Later it is corrected in the list, with the original kept. */
const TAKE_BACK_MS = 10_000;
const severities = ['mild', 'moderate', 'severe'] as const;

/** The mark that was just made: taken back or, if there is a hand free, graded. Nothing has to be answered. */
export function RecentMark(): ReactElement | null {
  const { session, now } = useViewNow();
  const last = session.marks.findLast((mark) => !mark.takenBack);
  if (last === undefined) return null;
  const ageMs = lifeMs(session, now) - last.lifeMs;
  return ageMs < 0 || ageMs > TAKE_BACK_MS ? null : (
    <Strip mark={last} leftS={Math.ceil((TAKE_BACK_MS - ageMs) / 1000)} />
  );
}

function Strip({ mark, leftS }: { readonly mark: MarkState; readonly leftS: number }): ReactElement {
  const { t } = useTranslation();
  const press = usePress();
  const locked = useLocked();
  const { saved } = useView();
  const { markId, settled, note } = mark;
  return (
    <div className={styles.recent} role="status">
      <span className={styles.recentWords}>
        <span aria-hidden="true">{mark.seq <= saved ? '✓ ' : '▲ '}</span>
        {t('events.marked', { what: t(`events.kind.${mark.kind}`), time: timeOfDay(mark.at) })}
        {mark.seq <= saved ? null : `, ${t('readings.table.notSaved')}`}
      </span>
      {(locked ? [] : severities).map((severity) => (
        <Button
          key={severity}
          pressed={mark.severity === severity}
          onClick={() => press({ type: 'detailMark', markId, severity, settled, note })}
        >
          {t(`events.severity.${severity}`)}
        </Button>
      ))}
      <Button onClick={() => press({ type: 'takeBackMark', markId })}>
        {t('events.takeBack', { seconds: leftS })}
      </Button>
    </div>
  );
}
