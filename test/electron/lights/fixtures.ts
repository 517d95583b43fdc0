import { roomScene, type Scene } from '../../../shared/lights/scene.ts';
import type { LightCapabilities, LightDriver, Outcome } from '../../../electron/lights/port.ts';
import type { FakeTime } from '../../helpers/fake-time.ts';

/** A lamp that can do everything. */
export const able: LightCapabilities = {
  zones: ['room'],
  kelvin: { min: 1000, max: 10_000 },
  ownFades: true,
  minimumLevel: 0,
};

/** What a fake lamp was sent, and when. */
export interface Sent {
  readonly at: number;
  readonly scene: Scene;
  readonly fadeMs: number;
}

export interface FakeLamp extends LightDriver {
  readonly sent: Sent[];
  /** Messages that were told to give up. */
  readonly givenUp: () => number;
}

/** A lamp that answers each message as `answer` says (by its number, from 0); null is never. */
export function fakeLamp(
  id: string,
  time: FakeTime,
  answer: (number: number) => { readonly afterMs: number; readonly outcome: Outcome } | Error | null,
): FakeLamp {
  const sent: Sent[] = [];
  let givenUp = 0;
  return {
    id,
    capabilities: able,
    sent,
    givenUp: () => givenUp,
    send: (scene, fadeMs, signal) => {
      const reply = answer(sent.length);
      sent.push({ at: time.now(), scene, fadeMs });
      signal.addEventListener('abort', () => (givenUp += 1));
      if (reply instanceof Error) throw reply;
      return new Promise((resolve) => {
        if (reply !== null) time.after(reply.afterMs, () => resolve(reply.outcome));
      });
    },
  };
}

export const dim = roomScene(0.1, 2000);
export const bright = roomScene(1, 4000);
export const sent: Outcome = { kind: 'sent' };
