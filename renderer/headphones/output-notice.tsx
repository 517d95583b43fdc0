import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { isMissed } from '../../shared/music/output.ts';
import { useStatus } from '../client/session-store.ts';
import { Banner } from '../ui/banner.tsx';
import { SessionDialog } from '../room/session/session-dialog.tsx';
import { Button } from '../ui/button.tsx';
import { HeadphonesDialog } from './choice.tsx';

/** The chosen headphones are missed: what that means, and the way to others. It goes by itself when they are back. */
export function OutputNotice({ silent }: { readonly silent: boolean }): ReactElement | null {
  const { t } = useTranslation();
  const output = useStatus()?.output ?? null;
  const [choosing, setChoosing] = useState(false);
  if (output === null) return null;
  const label = output.chosen?.label ?? '';
  const dialog = choosing ? (
    <HeadphonesDialog output={output} frame={SessionDialog} onClose={() => setChoosing(false)} />
  ) : null;
  if (!isMissed({ kind: output.state })) return dialog;
  return (
    <>
      <Banner tone="amber" actions={<Button onClick={() => setChoosing(true)}>{t('headphones.lost.other')}</Button>}>
        {output.state === 'several' ? (
          <strong>{t('headphones.lost.several', { label })}</strong>
        ) : (
          <>
            <strong>{t('headphones.lost.title', { label })}</strong>{' '}
            {silent ? t('headphones.lost.silent') : t('headphones.lost.text')}
          </>
        )}
      </Banner>
      {dialog}
    </>
  );
}
