import { useMemo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { musicPlan, type MusicPlan } from '../../../../shared/music/plan.ts';
import type { ClockReading } from '../../../../shared/time/clock.ts';
import { oncePerSecond, useSecond, useSecondBy } from '../../../client/clock.ts';
import { Ticking } from '../../../client/ticking.tsx';
import { Progress } from '../../../ui/progress.tsx';
import { trackTime } from '../format.ts';
import { useView } from '../view.ts';
import { SpeakHint } from './speak-hint.tsx';
import styles from './music.module.css';

/** The bar moves by about its pixels. */
const STEPS = 300;

const which = (plan: MusicPlan | null): string =>
  JSON.stringify([plan?.current?.playId, plan?.current?.track.title, plan?.next?.track.title, plan?.next?.fadeInMs]);

/** What sounds now, how far it is, and what follows. */
export function NowPlaying(): ReactElement {
  const { t } = useTranslation();
  const { session, protocol, music } = useView();
  const planAt = useMemo(
    () => oncePerSecond((now) => (music === null ? null : musicPlan({ session, protocol, music }, now))),
    [session, protocol, music],
  );
  const plan = useSecondBy(planAt, which);
  const setTitle = session.musicTitle ?? music?.set?.title ?? null;
  const set = setTitle === null ? t('session.music.noSet') : t('session.music.set', { title: setTitle });
  if (plan === null || plan.current === null) {
    return (
      <>
        <p className={styles.track}>{session.music.silent ? t('session.music.silence') : t('session.music.notYet')}</p>
        <p className={styles.set}>{set}</p>
      </>
    );
  }
  const { track } = plan.current;
  const positionMs = (now: ClockReading): number => planAt(now)?.current?.positionMs ?? 0;
  return (
    <>
      <p className={styles.track}>{track.title}</p>
      <p className={styles.set}>
        {set} · {t(`session.music.phases.${session.music.phase ?? track.phase}`)}
      </p>
      <Played share={(now) => positionMs(now) / track.durationMs} />
      <p className={styles.times}>
        <span>
          <Ticking text={(now) => trackTime(positionMs(now))} />
        </span>
        <span>
          <Ticking text={(now) => `−${trackTime(Math.max(0, track.durationMs - positionMs(now)))}`} />
        </span>
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

function Played({ share }: { readonly share: (now: ClockReading) => number }): ReactElement {
  return <Progress share={useSecond((now) => Math.round(share(now) * STEPS) / STEPS)} />;
}
