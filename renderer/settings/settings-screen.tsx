import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppStatus } from '../../shared/ipc/contract.ts';
import { useShell } from '../client/shell-context.ts';
import { HeadphonesCard } from '../headphones/headphones-card.tsx';
import { TopBar } from '../room/shell/top-bar.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { RoomsCard } from './rooms-card.tsx';
import { SendingCard } from './sending/sending-card.tsx';
import { RoomSettings } from './room-card.tsx';
import { StaffCard } from './staff-card.tsx';
import styles from './settings.module.css';

/** Settings of this room: what it is called, who works in it, practice. */
export function SettingsScreen({ status }: { readonly status: AppStatus }): ReactElement {
  const { t } = useTranslation();
  const shell = useShell();
  const running = status.liveSessionId !== null;
  return (
    <div className={styles.page} data-theme={running ? undefined : 'daylight'}>
      <TopBar title={t('settings.title')} />
      <main className={styles.columns}>
        <RoomSettings settings={status.settings} />
        <StaffCard />
        <Card title={t('settings.practice')} className={styles.card}>
          <p>{t('settings.practiceText')}</p>
          <div className={styles.row}>
            <Button disabled={running} onClick={() => shell.go('newPractice')}>
              {t('settings.practiceStart')}
            </Button>
            <Button onClick={() => shell.read({ sessionId: null, practice: true })}>
              {t('settings.practiceRead')}
            </Button>
          </div>
        </Card>
        <HeadphonesCard output={status.output} />
        <Card title={t('musicLibrary.title')} className={styles.card}>
          <p>{t('musicLibrary.intro')}</p>
          <div className={styles.row}>
            <Button onClick={() => shell.go('music')}>{t('musicLibrary.open')}</Button>
          </div>
        </Card>
        <Card title={t('musicSets.title')} className={styles.card}>
          <p>{t('musicSets.intro')}</p>
          <div className={styles.row}>
            <Button onClick={() => shell.go('sets')}>{t('musicSets.open')}</Button>
          </div>
        </Card>
        <Card title={t('lamps.title')} className={styles.card}>
          <p>{t('lamps.intro')}</p>
          <div className={styles.row}>
            <Button onClick={() => shell.go('lamps')}>{t('lamps.open')}</Button>
          </div>
        </Card>
        <RoomsCard status={status} />
        <SendingCard status={status} />
        <Card title={t('protocolEditor.title')} className={styles.card}>
          <p>{t('protocolEditor.intro')}</p>
          <div className={styles.row}>
            <Button onClick={() => shell.go('protocol')}>{t('protocolEditor.open')}</Button>
          </div>
        </Card>
        <Card title={t('cueSheet.title')} className={styles.card}>
          <p>{t('cueSheet.intro')}</p>
          <div className={styles.row}>
            <Button onClick={() => shell.go('cues')}>{t('cueSheet.open')}</Button>
          </div>
        </Card>
        <Card title={t('record.title')} className={styles.card}>
          <p>{t('record.intro')}</p>
          <div className={styles.row}>
            <Button onClick={() => shell.go('record')}>{t('record.open')}</Button>
          </div>
        </Card>
        <Card title={t('settings.about')} className={styles.card}>
          <p>{t('settings.version', { version: status.version })}</p>
          <p className={styles.soft}>{t('common.disclaimer')}</p>
        </Card>
      </main>
    </div>
  );
}
