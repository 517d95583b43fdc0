import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { severities } from '../../../../shared/session/care-bodies.ts';
import type { MarkState } from '../../../../shared/session/care-state.ts';
import { isComplaint, lasts } from '../../../../shared/session/mark-kinds.ts';
import { Button } from '../../../ui/button.tsx';
import { ActProblem, useAct } from '../act.tsx';
import { timeOfDay } from '../format.ts';
import { OrdersToSign } from '../finished/orders-to-sign.tsx';
import { SessionDialog } from '../session-dialog.tsx';
import { useView } from '../view.ts';
import { AdverseDialog } from './adverse-dialog.tsx';
import { AdverseList } from './adverse-list.tsx';
import styles from './marks.module.css';

/** All of it in a dialog of its own. */
export function EventsDialog({ onClose }: { readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  return (
    <SessionDialog
      title={t('events.sofar')}
      place="side"
      wide
      onClose={onClose}
      foot={<Button onClick={onClose}>{t('common.close')}</Button>}
    >
      <OrdersToSign />
      <AdverseList />
      <EventList />
    </SessionDialog>
  );
}

/** Every event so far, newest first, each to be graded, settled and, where it never was, taken back. */
export function EventList(): ReactElement {
  const { t } = useTranslation();
  const { session } = useView();
  return (
    <ul className={styles.list} aria-label={t('events.sofar')}>
      {session.marks.toReversed().map((entry) => (
        <MarkLine key={entry.markId} mark={entry} />
      ))}
    </ul>
  );
}

function MarkLine({ mark }: { readonly mark: MarkState }): ReactElement {
  const { t } = useTranslation();
  const act = useAct();
  const [adverse, setAdverse] = useState(false);
  const { markId, settled, note } = mark;
  const severity = mark.severity === null ? null : t(`events.severity.${mark.severity}`);
  const all = [t(`events.kind.${mark.kind}`), severity, settled ? t('events.settled') : null, note];
  const words = all.filter((word) => word !== null).join(', ');
  return (
    <li className={styles.line}>
      <span className={styles.lineTime}>{timeOfDay(mark.at)}</span>
      <span className={styles.lineWords}>{mark.takenBack ? <s>{words}</s> : words}</span>
      {mark.takenBack || !isComplaint(mark.kind)
        ? null
        : severities.map((grade) => (
            <Button
              key={grade}
              pressed={mark.severity === grade}
              onClick={() => void act.run({ type: 'gradeMark', markId, severity: grade })}
            >
              {t(`events.severity.${grade}`)}
            </Button>
          ))}
      {mark.takenBack || !lasts(mark.kind) ? null : (
        <Button pressed={settled} onClick={() => void act.run({ type: 'settleMark', markId, settled: !settled })}>
          {t('events.settled')}
        </Button>
      )}
      {mark.takenBack ? null : <Button onClick={() => setAdverse(true)}>{t('adverse.open')}</Button>}
      {adverse ? <AdverseDialog mark={mark} onClose={() => setAdverse(false)} /> : null}
      {mark.takenBack ? null : (
        <Button onClick={() => void act.run({ type: 'takeBackMark', markId })}>{t('events.never')}</Button>
      )}
      <ActProblem act={act} />
    </li>
  );
}
