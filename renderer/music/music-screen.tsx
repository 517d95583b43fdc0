import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppStatus } from '../../shared/ipc/contract.ts';
import { TopBar } from '../room/shell/top-bar.tsx';
import { ImportCard } from './import-card.tsx';
import styles from './music.module.css';
import { TracksCard } from './tracks-card.tsx';
import { useTracks } from './use-pages.ts';

/** The music there is, and bringing in the clinic's own. */
export function MusicScreen({ status }: { readonly status: AppStatus }): ReactElement {
  const { t } = useTranslation();
  const tracks = useTracks();
  const running = status.liveSessionId !== null;
  return (
    <div className={styles.page} data-theme={running ? undefined : 'daylight'}>
      <TopBar title={t('musicLibrary.title')} />
      <main className={styles.main}>
        <ImportCard running={running} onImported={tracks.again} />
        <TracksCard tracks={tracks} running={running} />
      </main>
    </div>
  );
}
