import { roomScene } from '../../../shared/lights/scene.ts';
import { APP, newEvent } from '../../../shared/session/pending.ts';
import type { InPageBridge } from '../in-page-bridge.ts';
import type { Nurse } from './scenes.ts';

/** A room with lamps of its own, and what the nurse asks of them. */
export function lightAs(page: InPageBridge, nurse: Nurse, what: string): void {
  page.setStatus({
    lamps: [
      { id: 'screen', name: null, zones: ['room', 'patient', 'task', 'floor'] },
      { id: 'ceiling', name: 'Ceiling', zones: ['patient'] },
      { id: 'desk', name: 'Desk', zones: ['task'] },
      { id: 'skirting', name: 'Skirting', zones: ['floor'] },
    ],
  });
  if (what === 'held') nurse.enter({ type: 'holdLights' });
  if (what === 'held') page.advance(31 * 60_000);
  if (what === 'comfort') nurse.enter({ type: 'comfort', markId: 'comfort-mark' });
  if (what === 'darkest') nurse.enter({ type: 'showDarkest' });
  if (what === 'hand') nurse.enter({ type: 'setLights', scene: roomScene(0.6, null), fadeMs: 0 });
  if (what === 'failed') {
    const [session] = [...page.sessions.values()].slice(-1);
    const body = { type: 'lightsFailed', driver: 'ceiling', code: 'unreachable', name: 'Ceiling' } as const;
    const now = page.clock.now();
    session?.append([newEvent(session.session, body, APP, now)], null, now);
  }
}
