import { useState, type ReactElement } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { pressShortcut } from '../../../client/shortcuts.ts';
import { AgoChoice } from '../ago-choice.tsx';
import { CommandDialog } from '../command-dialog.tsx';
import { Banner } from '../../../ui/banner.tsx';
import { Button } from '../../../ui/button.tsx';
import { readingBeforeResume } from '../../../../shared/session/proposals.ts';
import { lifeMs, pauseElapsed } from '../../../../shared/session/life.ts';
import { useViewNow } from '../view.ts';

/** The pump runs again (or its trouble is over): since when. After a long stand a reading comes first, where the nurse wants it. */
export function ResumeDialog({ onClose }: { readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const { session, protocol, now } = useViewNow();
  const [ago, setAgo] = useState(0);
  const minutes = Math.floor((pauseElapsed(session, now) ?? 0) / 60_000);
  // Closing gives the focus back to where it was; only then can the form take it.
  const readingFirst = () => {
    flushSync(onClose);
    pressShortcut('r');
  };
  const act = session.pause === null ? t('session.pump.troubleOver') : t('session.pump.resumed');
  return (
    <CommandDialog title={act} act={act} command={{ type: 'resumePump', agoMs: ago * 60_000 }} onClose={onClose}>
      {readingBeforeResume(session, protocol, lifeMs(session, now)) ? (
        <Banner tone="calm" actions={<Button onClick={readingFirst}>{t('attention.readingFirst')}</Button>}>
          {t('attention.resumeFirst', { minutes })}
        </Banner>
      ) : null}
      <AgoChoice label={t('session.ago.since')} value={ago} onChange={setAgo} />
    </CommandDialog>
  );
}
