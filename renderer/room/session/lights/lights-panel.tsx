import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { patientsLevel } from '../../../../shared/lights/floor.ts';
import { withRoomAt } from '../../../../shared/lights/hand.ts';
import { litZones } from '../../../../shared/lights/room-lamp.ts';
import { sceneNow } from '../../../../shared/lights/shown.ts';
import { can } from '../../../../shared/session/can.ts';
import { lastScene } from '../../../../shared/session/light-state.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { Level } from '../../../ui/level.tsx';
import { useStatus } from '../../../client/session-store.ts';
import { usePress } from '../act.tsx';
import { levelPercent } from '../format.ts';
import { Ticking } from '../../../client/ticking.tsx';
import { useView } from '../view.ts';
import { HAND_FADE_MS } from './hand-fade.ts';
import { LightButtons } from './light-buttons.tsx';
import { LightLine } from './light-line.tsx';
import { ZonesDialog } from './zones-dialog.tsx';
import styles from './lights.module.css';

/** Where the light is, what comes next, and the hand on it. */
export function LightsPanel(): ReactElement {
  const { t } = useTranslation();
  const { session } = useView();
  const press = usePress();
  const lit = litZones(useStatus()?.lamps ?? []);
  const [zones, setZones] = useState(false);
  const scene = lastScene(session);
  const goal = patientsLevel(scene);
  return (
    <Card
      title={t('session.lights.title')}
      aside={
        <span>
          {t('session.lights.now')}{' '}
          <strong>
            <Ticking text={(now) => levelPercent(patientsLevel(sceneNow(session, now)))} />
          </strong>
        </span>
      }
      className={styles.card}
    >
      <LightLine />
      <div className={styles.hand}>
        <Level
          label={t('session.lights.title')}
          value={goal}
          step={goal <= 0.1 ? 0.02 : 0.05}
          disabled={!can(session).setLights}
          lessLabel={t('session.lights.darker')}
          moreLabel={t('session.lights.brighter')}
          onChange={(value) =>
            press({ type: 'setLights', scene: withRoomAt(scene, Math.round(value * 100) / 100), fadeMs: HAND_FADE_MS })
          }
        />
        {lit.length > 1 ? (
          <Button
            disabled={!can(session).setLights}
            aria-label={t('session.lights.zonesLong')}
            onClick={() => setZones(true)}
          >
            {t('session.lights.zones')}
          </Button>
        ) : null}
      </div>
      <LightButtons lit={lit} />
      {zones ? <ZonesDialog lit={lit} onClose={() => setZones(false)} /> : null}
    </Card>
  );
}
