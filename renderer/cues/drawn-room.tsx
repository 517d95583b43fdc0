import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { zoneOf } from '../../shared/lights/level-at.ts';
import { zoneNames, type Scene, type ZoneName } from '../../shared/lights/scene.ts';
import { levelPercent } from '../room/session/format.ts';
import styles from './drawn-room.module.css';

/** Colour temperatures between which the picture's light is mixed, kelvin. */
const WARMEST = 1800;
const COLDEST = 5000;

/** As bright as a level looks, 0 to 1. */
const looks = (level: number): number => Math.cbrt(level);

/** A room with its lamps, as light as a scene makes it. */
export function DrawnRoom({ scene }: { readonly scene: Scene }): ReactElement {
  const { t } = useTranslation();
  const of = (zone: ZoneName) => zoneOf(scene, zone) ?? { level: 1, kelvin: null };
  const named = scene.zones.map(({ zone, level }) =>
    t('cueSheet.levelNow', { zone: t(`cueSheet.lane.${zone}`), level: levelPercent(level) }),
  );
  return (
    <svg
      className={styles.room}
      viewBox="0 0 640 300"
      role="img"
      aria-label={t('cueSheet.drawnRoom', { levels: named.join(', ') })}
      ref={(element) => {
        for (const zone of zoneNames) {
          const { level, kelvin } = of(zone);
          const cold = ((kelvin ?? 3000) - WARMEST) / (COLDEST - WARMEST);
          element?.style.setProperty(`--${zone}`, looks(level).toFixed(3));
          element?.style.setProperty(`--${zone}-cold`, `${Math.round(Math.min(1, Math.max(0, cold)) * 100)}%`);
        }
      }}
    >
      <rect width="640" height="300" className={styles.dark} />
      <rect width="640" height="232" className={styles.wall} />
      <rect y="232" width="640" height="68" className={styles.ground} />
      {/* The patient's ceiling lamp, over the bed. */}
      <g className={styles.patient}>
        <ellipse cx="250" cy="130" rx="150" ry="105" className={styles.glow} />
      </g>
      <path d="M 236 0 V 18 H 218 L 206 32 H 294 L 282 18 H 264 V 0 Z" className={styles.thing} />
      {/* The nurse's task light, at the desk. */}
      <g className={styles.task}>
        <ellipse cx="530" cy="176" rx="52" ry="44" className={styles.glow} />
      </g>
      <path d="M 470 206 H 610 V 214 H 470 Z M 484 214 V 276 M 598 214 V 276" className={styles.thing} />
      <path d="M 574 206 V 156 L 540 134" className={styles.wire} />
      <path d="M 524 144 L 546 122 L 554 138 Z" className={styles.thing} />
      {/* The light along the floor. */}
      <g className={styles.floor}>
        <ellipse cx="320" cy="286" rx="300" ry="14" className={styles.glow} />
      </g>
      <path
        d="M 120 210 H 392 V 226 H 120 Z M 134 226 V 270 M 378 226 V 270 M 120 210 V 168 M 120 196 Q 150 182 178 198"
        className={styles.thing}
      />
      <path
        d="M 176 206 Q 196 184 226 194 L 372 200 Q 388 202 388 210 L 150 210 Q 160 200 176 206 Z"
        className={styles.body}
      />
      <circle cx="152" cy="192" r="13" className={styles.body} />
    </svg>
  );
}
