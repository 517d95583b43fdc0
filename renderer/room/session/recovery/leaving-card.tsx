import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { leavingWays } from '../../../../shared/session/event-bodies.ts';
import { Card } from '../../../ui/card.tsx';
import { Segmented } from '../../../ui/segmented.tsx';
import { CheckGroup } from '../check-group.tsx';
import { FinishForm, type LeavingWay } from '../leaving/finish-form.tsx';
import { SheetsLine } from '../leaving/sheets-line.tsx';
import styles from './recovery.module.css';

/**
 * How the patient leaves, and with whom. As fit: the last checklist first, then the sheets and the judgement. Otherwise the
 * reason stands at the top, since whoever wants to go does not wait for a list.
 */
export function LeavingCard(): ReactElement {
  const { t } = useTranslation();
  const [how, setHow] = useState<LeavingWay>('fit');
  const list = (
    <>
      <CheckGroup list="recovery" groups={['leaving']} />
      <SheetsLine />
    </>
  );
  return (
    <Card title={null} label={t('session.recovery.tabs.leaving')} className={styles.waking}>
      <Segmented
        label={t('session.finish.how')}
        wrap
        options={leavingWays.map((value) => ({ value, label: t(`session.finish.ways.${value}`) }))}
        value={how}
        onChange={setHow}
      />
      {how === 'fit' ? list : null}
      <FinishForm how={how} />
      {how === 'fit' ? null : list}
    </Card>
  );
}
