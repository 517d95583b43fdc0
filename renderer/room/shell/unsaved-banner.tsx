import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useRoom } from '../../client/room-context.ts';
import { useUnsaved } from '../../client/session-store.ts';
import { failureText } from '../../i18n/failure.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';

/** Entries that are not on disk: loud, and gone by itself once they are. */
export function UnsavedBanner(): ReactElement | null {
  const { t } = useTranslation();
  const { store } = useRoom();
  const unsaved = useUnsaved();
  const retrying = unsaved.filter((entry) => entry.state === 'retrying');
  const refused = unsaved.filter((entry) => entry.state === 'refused');
  if (unsaved.length === 0) return null;
  return (
    <>
      {retrying.length === 0 ? null : (
        <Banner tone="red">
          <p>{t('shell.unsavedTitle', { count: retrying.length })}</p>
          <p>{t('shell.unsavedNext')}</p>
        </Banner>
      )}
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
