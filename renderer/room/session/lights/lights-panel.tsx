import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { darkestFor } from '../../../../shared/lights/floor.ts';
import { zoneOf } from '../../../../shared/lights/level-at.ts';
import type { Scene } from '../../../../shared/lights/scene.ts';
import { levelNow } from '../../../../shared/lights/shown.ts';
import { lifeMs } from '../../../../shared/session/life.ts';
import { can } from '../../../../shared/session/can.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { Level } from '../../../ui/level.tsx';
import { usePress } from '../act.tsx';
import { levelPercent } from '../format.ts';
import { useViewNow } from '../view.ts';
import styles from './lights.module.css';

/** By hand the light moves gently, but at once; full is full in under a second. */
const HAND_FADE_MS = 2_000;
const FULL_FADE_MS = 500;
/** The nurse at the dimmer is reminded for this long after a change is over, ms. */
const REMIND_MS = 2 * 60_000;
/** A small light at the nurse's side, low enough for sleeping eyes. */
const TASK_LEVEL = 0.3;

/** The room with another level; a task light that burns goes on burning. */
function roomAt(level: number, taskLevel: number | null): Scene {
  const room = { zone: 'room', level, kelvin: null } as const;
  return taskLevel === null ? { zones: [room] } : { zones: [room, { zone: 'task', level: taskLevel, kelvin: null }] };
}

/** Where the light is, and the hand on it: a level, the task light, off, full. */
export function LightsPanel(): ReactElement {
  const { t } = useTranslation();
  const { session, now } = useViewNow();
  const { lights } = session;
  // No lamp of ours hangs in the room yet: the screen follows by itself, the dimmer by the nurse's hand.
  const turning = lights !== null && lifeMs(session, now) < lights.lifeMs + lights.fadeMs + REMIND_MS;
  const press = usePress();
  const may = can(session).setLights;
  const level = levelNow(session, now);
  const goal = session.lights === null ? level : (zoneOf(session.lights.scene, 'room')?.level ?? level);
  const darkest = darkestFor(session);
  const task = session.lights?.scene.zones.find((zone) => zone.zone === 'task')?.level ?? 0;
  const taskOn = task > 0 && goal < 1;
  const set = (scene: Scene, fadeMs: number) => press({ type: 'setLights', scene, fadeMs });
  return (
    <Card title={t('session.lights.title')} className={styles.card}>
      <div className={styles.now}>
        <span>{t('session.lights.now')}</span>
        {turning ? (
          <span className={styles.goal}>{t('session.lights.dimmer', { level: levelPercent(goal) })}</span>
        ) : darkest > 0 ? (
          <span className={styles.goal}>{t('session.lights.floor', { level: levelPercent(darkest) })}</span>
        ) : null}
        <strong>{levelPercent(level)}</strong>
      </div>
      <Level
        label={t('session.lights.title')}
        value={goal}
        step={goal <= 0.1 ? 0.02 : 0.05}
        disabled={!may}
        lessLabel={t('session.lights.darker')}
        moreLabel={t('session.lights.brighter')}
        onChange={(value) => set(roomAt(Math.round(value * 100) / 100, taskOn ? task : null), HAND_FADE_MS)}
      />
      {session.lights?.failed === null || session.lights === null ? null : (
        <p className={styles.failed}>
          <span aria-hidden="true">◆ </span>
          {t('session.lights.failed')}
        </p>
      )}
      <div className={styles.buttons}>
        <Button
          pressed={taskOn}
          disabled={!may}
          onClick={() => set(roomAt(goal, taskOn ? 0 : TASK_LEVEL), HAND_FADE_MS)}
        >
          {t('session.lights.task')}
        </Button>
        <Button disabled={!may} onClick={() => set(roomAt(0, null), HAND_FADE_MS)}>
          {t('session.lights.off')}
        </Button>
        <Button disabled={!may} onClick={() => set(roomAt(1, null), FULL_FADE_MS)}>
          {t('session.lights.full')}
        </Button>
      </div>
    </Card>
  );
}
