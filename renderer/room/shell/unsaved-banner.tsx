import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useRoom } from '../../client/room-context.ts';
import { useUnsaved } from '../../client/session-store.ts';
import { failureText } from '../../i18n/failure.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';

/** Entries that are not on disk: loud, and gone by itself once they are. The session screen says so in its own head. */
export function UnsavedBanner(): ReactElement {
  const { t } = useTranslation();
  const count = useUnsaved().filter((entry) => entry.state === 'retrying').length;
  return (
    <>
      {count === 0 ? null : (
        <Banner tone="red">
          <p>{t('shell.unsavedTitle', { count })}</p>
          <p>{t('shell.unsavedNext')}</p>
        </Banner>
      )}
      <RefusedBanner />
    </>
  );
}

/** Entries that were tried again and then refused: they wait until somebody has read it. */
export function RefusedBanner(): ReactElement | null {
  const { t } = useTranslation();
  const { store } = useRoom();
  const refused = useUnsaved().filter((entry) => entry.state === 'refused');
  if (refused.length === 0) return null;
  return (
    <>
      {refused.map((entry) => (
        <Banner
          key={entry.commandId}
          tone="red"
          actions={<Button onClick={() => store.dismiss(entry.commandId)}>{t('shell.understood')}</Button>}
        >
          <p>{t('shell.refusedTitle')}</p>
          <p>{failureText(entry.failure).say}</p>
        </Banner>
      ))}
    </>
  );
}
