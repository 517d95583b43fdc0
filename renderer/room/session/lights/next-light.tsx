import type { TFunction } from 'i18next';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { patientsLevel } from '../../../../shared/lights/floor.ts';
import { isHeld } from '../../../../shared/cues/due.ts';
import { lightWaits } from '../../../../shared/session/light-state.ts';
import { upcoming } from '../../../../shared/session/timeline.ts';
import { formatCountdown } from '../../../../shared/time/format.ts';
import type { SessionView } from '../../../client/session-store.ts';
import type { ClockReading } from '../../../../shared/time/clock.ts';
import { levelPercent } from '../format.ts';
import { Ticking } from '../../../client/ticking.tsx';
import { useView } from '../view.ts';

/** The next light cue: where it leads, in how long; whether it waits for a press. */
export interface LightAhead {
  readonly level: number;
  readonly inMs: number;
  readonly waits: boolean;
}

/** Of several that wait, the last is what a press brings. Null where nothing of light follows. */
export function lightAhead({ session, protocol }: SessionView, now: ClockReading): LightAhead | null {
  const lights = upcoming(session, protocol, now).flatMap((item) => {
    const cue = protocol.cues.find(({ id }) => id === item.id);
    return item.kind === 'cue' && item.action.kind === 'scene' && cue !== undefined
      ? [{ level: patientsLevel(item.action.scene), inMs: item.inMs, waits: item.inMs === 0 && isHeld(session, cue) }]
      : [];
  });
  return lights.findLast(({ waits }) => waits) ?? lights[0] ?? null;
}

/** In words: `Next: 25 % in 26:07`. */
export function NextLight(): ReactElement {
  const { t } = useTranslation();
  const view = useView();
  return (
    <span>
      <Ticking text={(now) => nextWords(t, view, now)} />
    </span>
  );
}

function nextWords(t: TFunction, view: SessionView, now: ClockReading): string {
  const next = lightAhead(view, now);
  if (next === null) return view.session.started === null ? '' : t('session.lights.nothingNext');
  const told = { level: levelPercent(next.level), time: formatCountdown(next.inMs) };
  if (next.waits) return t('session.lights.nextWaits', told);
  return lightWaits(view.session) ? t('session.lights.nextHeld', told) : t('session.lights.next', told);
}
