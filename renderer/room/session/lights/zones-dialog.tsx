import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { withZoneAt } from '../../../../shared/lights/hand.ts';
import { zoneOf } from '../../../../shared/lights/level-at.ts';
import type { ZoneName } from '../../../../shared/lights/scene.ts';
import { can } from '../../../../shared/session/can.ts';
import { lastScene } from '../../../../shared/session/light-state.ts';
import { Button } from '../../../ui/button.tsx';
import { Level } from '../../../ui/level.tsx';
import { ActProblem, usePress, usePressAct } from '../act.tsx';
import { levelPercent } from '../format.ts';
import { SessionDialog } from '../session-dialog.tsx';
import { useView } from '../view.ts';
import { HAND_FADE_MS } from './hand-fade.ts';
import styles from './lights.module.css';

/** Every zone in which lamps hang, by hand. */
export function ZonesDialog({
  lit,
  onClose,
}: {
  readonly lit: readonly ZoneName[];
  readonly onClose: () => void;
}): ReactElement {
  const { t } = useTranslation();
  const { session } = useView();
  const press = usePress();
  const act = usePressAct();
  const scene = lastScene(session);
  return (
    <SessionDialog
      title={t('session.lights.zonesTitle')}
      place="side"
      onClose={onClose}
      foot={<Button onClick={onClose}>{t('common.close')}</Button>}
    >
      {lit.map((zone) => {
        const level = zoneOf(scene, zone)?.level ?? 1;
        return (
          <div key={zone} className={styles.zone}>
            <span className={styles.zoneName}>
              {t(`session.lights.zone.${zone}`)} <strong>{levelPercent(level)}</strong>
            </span>
            <Level
              label={t(`session.lights.zone.${zone}`)}
              value={level}
              step={level <= 0.1 ? 0.02 : 0.05}
              disabled={!can(session).setLights}
              lessLabel={`${t(`session.lights.zone.${zone}`)}: ${t('session.lights.darker')}`}
              moreLabel={`${t(`session.lights.zone.${zone}`)}: ${t('session.lights.brighter')}`}
              onChange={(value) =>
                press({
                  type: 'setLights',
                  scene: withZoneAt(scene, zone, Math.round(value * 100) / 100),
                  fadeMs: HAND_FADE_MS,
                })
              }
            />
          </div>
        );
      })}
      <ActProblem act={act} />
    </SessionDialog>
  );
}
