import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { hasTask, withoutLight, withTask } from '../../../../shared/lights/hand.ts';
import type { Scene, ZoneName } from '../../../../shared/lights/scene.ts';
import { can } from '../../../../shared/session/can.ts';
import { lastScene } from '../../../../shared/session/light-state.ts';
import { Button } from '../../../ui/button.tsx';
import { usePress } from '../act.tsx';
import { useView } from '../view.ts';
import { HAND_FADE_MS } from './hand-fade.ts';
import styles from './lights.module.css';

/** One press each: the nurse's light, off, full; hold, back to the sheet; before the start, how dark it will get. */
export function LightButtons({
  lit,
}: {
  /** Zones in which lamps hang. */
  readonly lit: readonly ZoneName[];
}): ReactElement {
  const { t } = useTranslation();
  const { session } = useView();
  const press = usePress();
  const may = can(session);
  const scene = lastScene(session);
  const task = hasTask(scene);
  const set = (next: Scene) => press({ type: 'setLights', scene: next, fadeMs: HAND_FADE_MS });
  return (
    <div className={styles.buttons}>
      {lit.includes('task') ? (
        <Button
          pressed={task}
          disabled={!may.setLights}
          aria-label={t('session.lights.taskLong')}
          onClick={() => set(withTask(scene, !task))}
        >
          {t('session.lights.task')}
        </Button>
      ) : null}
      <Button disabled={!may.setLights} onClick={() => set(withoutLight(scene, lit))}>
        {t('session.lights.off')}
      </Button>
      <Button disabled={!may.lightsFull} onClick={() => press({ type: 'lightsFull' })}>
        {t('session.lights.full')}
      </Button>
      {session.started === null ? <Darkest /> : <Hold />}
    </div>
  );
}

function Hold(): ReactElement {
  const { t } = useTranslation();
  const { session } = useView();
  const press = usePress();
  const may = can(session);
  const { held } = session.lighting;
  return (
    <>
      <Button
        pressed={held !== null}
        disabled={!may.holdLights && !may.releaseLights}
        aria-label={held === null ? t('session.lights.holdLong') : t('session.lights.heldLong')}
        onClick={() => press({ type: held === null ? 'holdLights' : 'releaseLights' })}
      >
        {held === null ? t('session.lights.hold') : t('session.lights.held')}
      </Button>
      <Button
        disabled={!may.backToSheet}
        aria-label={t('session.lights.sheetLong')}
        onClick={() => press({ type: 'backToSheet' })}
      >
        {t('session.lights.sheet')}
      </Button>
    </>
  );
}

function Darkest(): ReactElement {
  const { t } = useTranslation();
  const { session } = useView();
  const press = usePress();
  const may = can(session);
  const shown = session.lighting.darkest !== null;
  return (
    <Button
      pressed={shown}
      disabled={!may.showDarkest && !may.endDarkest}
      className={styles.wide}
      onClick={() => press({ type: shown ? 'endDarkest' : 'showDarkest' })}
    >
      {shown ? t('session.lights.endDarkest') : t('session.lights.showDarkest')}
    </Button>
  );
}
