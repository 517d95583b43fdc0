import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { failureText } from '../../../i18n/failure.ts';
import { Banner } from '../../../ui/banner.tsx';
import { PickRow, PickRows } from '../../../ui/pick-row.tsx';
import { useOfferedSets } from '../../offered-sets.ts';
import { CommandDialog } from '../command-dialog.tsx';
import { useView } from '../view.ts';

/** The patient asks for something else: the sets there are, and one press that fades over. */
export function OtherMusic({ onClose }: { readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const { session } = useView();
  const { sets, failure } = useOfferedSets();
  const [picked, setPicked] = useState<string | null>(null);
  const others = (sets ?? []).filter(({ musicHash }) => musicHash !== session.musicHash);
  const current = sets?.find(({ musicHash }) => musicHash === session.musicHash);
  const chosen = others.find(({ musicHash }) => musicHash === picked);
  return (
    <CommandDialog
      title={t('session.music.otherTitle')}
      act={
        chosen === undefined ? t('session.music.otherPick') : t('session.music.otherAct', { title: chosen.set.title })
      }
      command={
        chosen === undefined ? null : { type: 'chooseMusic', musicHash: chosen.musicHash, title: chosen.set.title }
      }
      onClose={onClose}
    >
      <p>{t('session.music.otherLead')}</p>
      {failure === null ? null : <Banner tone="red">{failureText(failure).say}</Banner>}
      {sets !== null && others.length === 0 ? <p>{t('session.music.noSets')}</p> : null}
      <PickRows label={t('session.music.otherPick')}>
        {others.map(({ musicHash, set, forOne }) => (
          <PickRow key={musicHash} picked={musicHash === picked} onPick={() => setPicked(musicHash)} title={set.title}>
            {forOne ? t('intake.forOne') : set.description}
          </PickRow>
        ))}
      </PickRows>
      {current === undefined ? null : (
        <p>
          {current.set.title}: {t('session.music.otherRunning')}
        </p>
      )}
    </CommandDialog>
  );
}
