import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { can } from '../../../../shared/session/can.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { Level } from '../../../ui/level.tsx';
import { useShortcut } from '../../../client/shortcuts.ts';
import { useStatus } from '../../../client/session-store.ts';
import { usePress } from '../act.tsx';
import { percent } from '../format.ts';
import { useView } from '../view.ts';
import { NowPlaying } from './now-playing.tsx';
import styles from './music.module.css';

/** The music: what plays, how loud, and softer, next gentle, silence: one press each, one press back. */
export function MusicPanel(): ReactElement {
  const { t } = useTranslation();
  const { session } = useView();
  const press = usePress();
  const status = useStatus();
  const may = can(session);
  const { softened, silent, volume } = session.music;
  const soften = () => press({ type: softened ? 'softenBack' : 'soften' });
  const silence = () => press({ type: silent ? 'restoreSound' : 'silence' });
  useShortcut('q', t('session.keys.softer'), () => (may.soften || may.softenBack ? soften() : undefined));
  useShortcut('m', t('session.keys.silence'), () => (may.silence || may.restoreSound ? silence() : undefined));
  return (
    <Card title={t('session.music.title')} className={styles.card}>
      {session.music.playerLost || status?.player === 'lost' ? (
        <p className={styles.lost}>
          <span aria-hidden="true">◆ </span>
          {t('session.music.lost')}
        </p>
      ) : null}
      <NowPlaying />
      <div className={styles.volume}>
        <span>{t('session.music.volume')}</span>
        <strong>{silent ? t('session.music.silent') : percent(volume)}</strong>
      </div>
      <Level
        label={t('session.music.volume')}
        value={volume}
        step={0.05}
        disabled={!may.setVolume}
        lessLabel={t('session.music.quieter')}
        moreLabel={t('session.music.louder')}
        onChange={(level) => press({ type: 'setVolume', level: Math.round(level * 100) / 100 })}
      />
      <div className={styles.buttons}>
        <Button pressed={softened} disabled={!may.soften && !may.softenBack} onClick={soften}>
          {softened ? t('session.music.softenBack') : t('session.music.soften')}
        </Button>
        <Button disabled={!may.nextTrack} onClick={() => press({ type: 'nextTrack' })}>
          {t('session.music.next')}
        </Button>
        <Button pressed={silent} disabled={!may.silence && !may.restoreSound} onClick={silence}>
          {silent ? t('session.music.soundBack') : t('session.music.silence')}
        </Button>
      </div>
    </Card>
  );
}
