import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { musicPlan } from '../../../../shared/music/plan.ts';
import { Progress } from '../../../ui/progress.tsx';
import { trackTime } from '../format.ts';
import { useViewNow } from '../view.ts';
import { SpeakHint } from './speak-hint.tsx';
import styles from './music.module.css';

/** What sounds now, how far it is, and what follows. */
export function NowPlaying(): ReactElement {
  const { t } = useTranslation();
  const { session, protocol, music, now } = useViewNow();
  const setTitle = session.musicTitle ?? music?.set?.title ?? null;
  const set = setTitle === null ? t('session.music.noSet') : t('session.music.set', { title: setTitle });
  const plan = music === null ? null : musicPlan({ session, protocol, music }, now);
  if (plan === null || plan.current === null) {
    return (
      <>
        <p className={styles.track}>{session.music.silent ? t('session.music.silence') : t('session.music.notYet')}</p>
        <p className={styles.set}>{set}</p>
      </>
    );
  }
  const { track, positionMs } = plan.current;
  const left = Math.max(0, track.durationMs - positionMs);
  return (
    <>
      <p className={styles.track}>{track.title}</p>
      <p className={styles.set}>
        {set} · {t(`session.music.phases.${session.music.phase ?? track.phase}`)}
      </p>
      <Progress share={positionMs / track.durationMs} />
      <p className={styles.times}>
        <span>{trackTime(positionMs)}</span>
        <span>−{trackTime(left)}</span>
      </p>
      <SpeakHint
        otherwise={
          plan.next === null
            ? t('session.music.nothingNext')
            : t('session.music.nextTitle', {
                title: plan.next.track.title,
                seconds: Math.round(plan.next.fadeInMs / 1000),
              })
        }
      />
    </>
  );
}
