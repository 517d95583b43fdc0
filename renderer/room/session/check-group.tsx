import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { askedItems, togetherItems, type CheckItem } from '../../../shared/protocol/check-item.ts';
import { Button } from '../../ui/button.tsx';
import { ActProblem, useAct } from './act.tsx';
import { CheckRow } from './check-row.tsx';
import { useView } from './view.ts';
import styles from './check-row.module.css';

export interface CheckGroupProps {
  readonly list: 'preChecks' | 'recovery';
  readonly groups: readonly CheckItem['group'][];
}

/** The items of one group (or a few) that are asked, and one press for those that the clinic lets go together. */
export function CheckGroup({ list, groups }: CheckGroupProps): ReactElement {
  const { t } = useTranslation();
  const { session, protocol } = useView();
  const act = useAct();
  const items = list === 'preChecks' ? protocol.preChecks : protocol.recoveryChecks;
  const answers = session.checks[list];
  const shown = askedItems(items, answers).filter((item) => groups.includes(item.group));
  const open = groups.map((group) => ({ group, count: togetherItems(items, answers, group).length }));
  return (
    <>
      <ul>
        {shown.map((item) => (
          <CheckRow key={item.id} list={list} item={item} />
        ))}
      </ul>
      {open
        .filter(({ count }) => count > 1)
        .map(({ group, count }) => (
          <Button
            key={group}
            tone="primary"
            className={styles.together}
            disabled={act.busy}
            onClick={() => void act.run({ type: 'answerGroup', list, group })}
          >
            {t('session.checks.together', { count })}
          </Button>
        ))}
      <ActProblem act={act} />
    </>
  );
}
