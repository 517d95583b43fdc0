import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { noneKinds } from '../../../../shared/intake/choice.ts';
import { noneWished } from '../../../../shared/intake/wish.ts';
import type { SessionCommand } from '../../../../shared/session/command.ts';
import { failureText } from '../../../i18n/failure.ts';
import { Banner } from '../../../ui/banner.tsx';
import { Button } from '../../../ui/button.tsx';
import { PickRow, PickRows } from '../../../ui/pick-row.tsx';
import { useOfferedSets } from '../../offered-sets.ts';
import { ActProblem, useAct } from '../act.tsx';
import { SessionDialog } from '../session-dialog.tsx';
import { useView } from '../view.ts';

/**
 * The patient asks for something else: quiet, their own phone and every set are one press each, and each is undone by
 * choosing again. Everything fades, so that a wrong press startles nobody.
 */
export function OtherMusic({ onClose }: { readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const { session } = useView();
  const { sets, failure } = useOfferedSets();
  const act = useAct();
  const { musicHash: current } = session;
  const none = current === null ? noneWished(session.intake.choice) : null;
  const choose = async (command: SessionCommand): Promise<void> => {
    if (await act.run(command)) onClose();
  };
  return (
    <SessionDialog
      title={t('session.music.otherTitle')}
      place="side"
      onClose={onClose}
      foot={<Button onClick={onClose}>{t('common.cancel')}</Button>}
    >
      <p>{t('session.music.otherLead')}</p>
      {failure === null ? null : <Banner tone="red">{failureText(failure).say}</Banner>}
      {sets?.length === 0 ? <p>{t('session.music.noSets')}</p> : null}
      <PickRows label={t('session.music.otherPick')}>
        {noneKinds.map((wish) => (
          // Above the sets: these stay where they are, however many sets there come to be.
          <PickRow
            key={wish}
            picked={none === wish}
            disabled={act.busy || none === wish}
            onPick={() => void choose({ type: 'chooseNoMusic', wish })}
            title={t(`intake.wishes.${wish}`)}
          >
            {t(none === wish ? 'session.music.otherRunning' : `intake.wishes.${wish}Hint`)}
          </PickRow>
        ))}
        {(sets ?? []).map(({ musicHash, set, forOne }) => (
          <PickRow
            key={musicHash}
            picked={musicHash === current}
            disabled={act.busy || musicHash === current}
            onPick={() => void choose({ type: 'chooseMusic', musicHash, title: set.title })}
            title={set.title}
          >
            {musicHash === current ? t('session.music.otherRunning') : forOne ? t('intake.forOne') : set.description}
          </PickRow>
        ))}
      </PickRows>
      <ActProblem act={act} />
    </SessionDialog>
  );
}
