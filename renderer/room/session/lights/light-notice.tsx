import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { zoneOf } from '../../../../shared/lights/level-at.ts';
import { BY_HAND, SCREEN, type RoomLamp } from '../../../../shared/lights/room-lamp.ts';
import { can } from '../../../../shared/session/can.ts';
import { lastScene, lightWaits, type LampFailure } from '../../../../shared/session/light-state.ts';
import type { Session } from '../../../../shared/session/state.ts';
import { useStatus } from '../../../client/session-store.ts';
import { Banner } from '../../../ui/banner.tsx';
import { Button } from '../../../ui/button.tsx';
import { usePress } from '../act.tsx';
import { levelPercent } from '../format.ts';
import { useSecond } from '../../../client/clock.ts';
import { useView } from '../view.ts';
import { lightAhead } from './next-light.tsx';

/** Lamps of the clinic's that did not take their last scene, as far as they still hang here. */
export function failedLamps({ lighting }: Session, lamps: readonly RoomLamp[]): readonly LampFailure[] {
  return lighting.failed.filter(
    ({ driver }) => driver !== SCREEN && driver !== BY_HAND && lamps.some(({ id }) => id === driver),
  );
}

/** What the light asks of the nurse: a lamp that has to be set at the wall; a cue that waits for a press. */
export function LightNotice(): ReactElement {
  return (
    <>
      <FailedNotice />
      <WaitingNotice />
    </>
  );
}

/** Which lamp, and where to set it by hand. It stays until the lamp answers, or until somebody has read it. */
function FailedNotice(): ReactElement | null {
  const { t } = useTranslation();
  const { session } = useView();
  const lamps = useStatus()?.lamps ?? [];
  const [seen, setSeen] = useState<string | null>(null);
  const failed = failedLamps(session, lamps);
  const scene = lastScene(session);
  const key = JSON.stringify([failed, session.lights?.lifeMs]);
  if (failed.length === 0 || seen === key) return null;
  const levelOf = ({ driver }: LampFailure): string => {
    const zone = lamps.find(({ id }) => id === driver)?.zones[0] ?? 'room';
    return levelPercent(zoneOf(scene, zone)?.level ?? 1);
  };
  return (
    <Banner tone="amber" actions={<Button onClick={() => setSeen(key)}>{t('session.prompt.done')}</Button>}>
      {failed.map((lamp) => (
        <p key={lamp.driver}>
          {t('session.lights.failedOne', { lamp: lamp.name ?? lamp.driver, level: levelOf(lamp) })}
        </p>
      ))}
    </Banner>
  );
}

/** A light cue is due and waits: it is offered again. */
function WaitingNotice(): ReactElement | null {
  const { t } = useTranslation();
  const view = useView();
  const { session } = view;
  const press = usePress();
  const may = can(session);
  const { away, comfort } = session.lighting;
  const asks = lightWaits(session) && session.emergency === null && away === null;
  const level = useSecond((now) => {
    const next = asks ? lightAhead(view, now) : null;
    return next?.waits === true ? next.level : null;
  });
  if (level === null) return null;
  return (
    <Banner
      tone="calm"
      actions={
        may.comfortBack ? (
          <Button onClick={() => press({ type: 'comfortBack' })}>{t('session.lights.comfortBack')}</Button>
        ) : (
          <Button disabled={!may.releaseLights} onClick={() => press({ type: 'releaseLights' })}>
            {t('session.lights.release')}
          </Button>
        )
      }
    >
      <strong>{comfort === null ? t('session.lights.heldTitle') : t('session.lights.comfortTitle')}</strong>{' '}
      {t('session.lights.heldDue', { level: levelPercent(level) })}
    </Banner>
  );
}
