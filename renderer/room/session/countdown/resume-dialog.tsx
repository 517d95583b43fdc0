import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { AgoChoice } from '../ago-choice.tsx';
import { CommandDialog } from '../command-dialog.tsx';
import { useView } from '../view.ts';

/** The pump runs again (or its trouble is over): since when. */
export function ResumeDialog({ onClose }: { readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const { session } = useView();
  const [ago, setAgo] = useState(0);
  const act = session.pause === null ? t('session.pump.troubleOver') : t('session.pump.resumed');
  return (
    <CommandDialog title={act} act={act} command={{ type: 'resumePump', agoMs: ago * 60_000 }} onClose={onClose}>
      <AgoChoice label={t('session.ago.since')} value={ago} onChange={setAgo} />
    </CommandDialog>
  );
}
