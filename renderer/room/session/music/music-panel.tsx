import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { musicMode } from '../../../../shared/intake/wish.ts';
import { can } from '../../../../shared/session/can.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { Level } from '../../../ui/level.tsx';
import { useShortcut } from '../../../client/shortcuts.ts';
import { useStatus } from '../../../client/session-store.ts';
import { HeadphonesButton } from '../../../headphones/headphones-button.tsx';
import { LevelAtEar } from '../../../headphones/level-at-ear.tsx';
import { usePress } from '../act.tsx';
import { percent } from '../format.ts';
import { useView } from '../view.ts';
import { NowPlaying } from './now-playing.tsx';
import { OtherMusic } from './other-music.tsx';
import { PhonePanel, QuietPanel } from './phone-panel.tsx';
import styles from './music.module.css';

/** The music: ours with its controls, or, as the patient chose, none of ours. */
export function MusicPanel(): ReactElement {
  const { session } = useView();
  const mode = session.intake.choice === null ? 'set' : musicMode(session.musicHash, session.intake.choice);
  if (mode === 'ownPhone') return <PhonePanel />;
  return mode === 'quiet' && session.intake.choice?.music?.kind === 'quiet' ? <QuietPanel /> : <SetPanel />;
}

/** What plays, how loud, and speak, softer, next gentle, silence: one press each, one press back; something else by two. */
function SetPanel(): ReactElement {
  const { t } = useTranslation();
  const { session } = useView();
  const press = usePress();
  const status = useStatus();
  const may = can(session);
  const [asking, setAsking] = useState(false);
  const { softened, silent, underVoice, volume } = session.music;
  const soften = () => press({ type: softened ? 'softenBack' : 'soften' });
  const silence = () => press({ type: silent ? 'restoreSound' : 'silence' });
  const speak = () => press({ type: underVoice ? 'raiseAfterVoice' : 'lowerForVoice' });
  useShortcut('v', t('session.keys.speak'), () => (may.lowerForVoice || may.raiseAfterVoice ? speak() : undefined));
  useShortcut('q', t('session.keys.softer'), () => (may.soften || may.softenBack ? soften() : undefined));
  useShortcut('m', t('session.keys.silence'), () => (may.silence || may.restoreSound ? silence() : undefined));
  return (
    <Card
      title={t('session.music.title')}
      aside={
        <span>
          {t('session.music.volume')} <strong>{silent ? t('session.music.silent') : percent(volume)}</strong>{' '}
          {silent ? null : <LevelAtEar music={session.music} />}
        </span>
      }
      className={styles.card}
    >
      {session.music.playerLost || status?.player === 'lost' ? (
        <p className={styles.lost}>
          <span aria-hidden="true">! </span>
          {t('session.music.lost')}
        </p>
      ) : null}
      <NowPlaying />
      <div className={styles.volume}>
        <Level
          label={t('session.music.volume')}
          value={volume}
          step={0.05}
          disabled={!may.setVolume}
          lessLabel={t('session.music.quieter')}
          moreLabel={t('session.music.louder')}
          onChange={(level) => press({ type: 'setVolume', level: Math.round(level * 100) / 100 })}
        />
      </div>
      <div className={styles.buttons}>
        <Button pressed={underVoice} disabled={!may.lowerForVoice && !may.raiseAfterVoice} onClick={speak}>
          {underVoice ? t('session.music.speakBack') : t('session.music.speak')}
        </Button>
        <Button pressed={softened} disabled={!may.soften && !may.softenBack} onClick={soften}>
          {softened ? t('session.music.softenBack') : t('session.music.soften')}
        </Button>
        <Button disabled={!may.nextTrack} onClick={() => press({ type: 'nextTrack' })}>
          {t('session.music.next')}
        </Button>
        <Button pressed={silent} disabled={!may.silence && !may.restoreSound} onClick={silence}>
          {silent ? t('session.music.soundBack') : t('session.music.silence')}
        </Button>
        <Button disabled={!may.chooseMusic || session.music.phase === null} onClick={() => setAsking(true)}>
          {t('session.music.other')}
        </Button>
        <HeadphonesButton short />
      </div>
      {asking ? <OtherMusic onClose={() => setAsking(false)} /> : null}
    </Card>
  );
}
