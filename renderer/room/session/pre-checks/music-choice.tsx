import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { openChoice } from '../../../../shared/intake/choice.ts';
import { musicMode, noneFromUs } from '../../../../shared/intake/wish.ts';
import { can } from '../../../../shared/session/can.ts';
import { Card } from '../../../ui/card.tsx';
import { PickRow, PickRows } from '../../../ui/pick-row.tsx';
import { useOfferedSets } from '../../offered-sets.ts';
import { ActProblem, useAct } from '../act.tsx';
import { useView } from '../view.ts';

/** The set the patient picked, or another one for today. */
export function MusicChoice(): ReactElement {
  const { t } = useTranslation();
  const { session } = useView();
  const act = useAct();
  const choice = session.intake.choice ?? openChoice(session.intake.language ?? 'en');
  const mode = noneFromUs(choice.music) ? musicMode(session.musicHash, choice) : 'set';
  const sets = useOfferedSets().sets ?? [];
  return (
    <Card title={t('session.wishes.music')}>
      <PickRows label={t('session.wishes.music')}>
        {sets.map(({ musicHash, set, forOne }) => (
          <PickRow
            key={musicHash}
            picked={musicHash === session.musicHash}
            disabled={!can(session).chooseMusic || act.busy}
            onPick={() => void act.run({ type: 'chooseMusic', musicHash, title: set.title })}
            title={set.title}
          >
            {forOne ? t('intake.forOne') : set.description}
          </PickRow>
        ))}
        {(['quiet', 'ownPhone'] as const).map((kind) => (
          <PickRow
            key={kind}
            picked={mode === kind}
            disabled={!can(session).keepIntake || act.busy}
            onPick={() =>
              void act.run({ type: 'keepIntake', by: 'staff', choice: { ...choice, music: { kind } }, music: null })
            }
            title={t(`intake.wishes.${kind}`)}
          >
            {t(`intake.wishes.${kind}Hint`)}
          </PickRow>
        ))}
      </PickRows>
      <ActProblem act={act} />
    </Card>
  );
}
