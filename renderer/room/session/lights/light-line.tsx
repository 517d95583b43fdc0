import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { patientsLevel } from '../../../../shared/lights/floor.ts';
import { BY_HAND } from '../../../../shared/lights/room-lamp.ts';
import { DARKEST_FADE_MS, DARKEST_STAYS_MS } from '../../../../shared/session/darkest.ts';
import { lastScene } from '../../../../shared/session/light-state.ts';
import { lifeMs } from '../../../../shared/session/life.ts';
import { useStatus } from '../../../client/session-store.ts';
import { levelPercent } from '../format.ts';
import { useSecond } from '../../../client/clock.ts';
import { Ticking } from '../../../client/ticking.tsx';
import { useView } from '../view.ts';
import { NextLight } from './next-light.tsx';
import styles from './lights.module.css';

/** The nurse at the dimmer is reminded for this long after a change is over, ms. */
const REMIND_MS = 2 * 60_000;

/** One line under the title: what is asked of the nurse's hand now, else what the light does next. */
export function LightLine(): ReactElement {
  const { t } = useTranslation();
  const { session } = useView();
  const lamps = useStatus()?.lamps ?? [];
  const { lights, lighting } = session;
  const level = levelPercent(patientsLevel(lastScene(session)));
  // Where only the nurse's own light has no lamp, nothing is asked of anybody.
  const byHand = lamps.some(({ id, zones }) => id === BY_HAND && (zones.includes('room') || zones.includes('patient')));
  const turning = useSecond(
    (now) => lights !== null && lifeMs(session, now) < lights.lifeMs + lights.fadeMs + REMIND_MS,
  );
  const { darkest } = lighting;
  return (
    <p className={styles.line}>
      {darkest !== null ? (
        <Ticking
          text={(now) => {
            const leftMs = darkest.lifeMs + DARKEST_FADE_MS + DARKEST_STAYS_MS - lifeMs(session, now);
            return t('session.lights.darkestNow', { level, seconds: Math.max(0, Math.ceil(leftMs / 1000)) });
          }}
        />
      ) : turning && byHand ? (
        <strong className={styles.asked}>{t('session.lights.dimmer', { level })}</strong>
      ) : (
        <NextLight />
      )}
    </p>
  );
}
