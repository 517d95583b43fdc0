import { sceneAt, zoneOf } from '../../shared/lights/level-at.ts';
import { roomScene, type Scene } from '../../shared/lights/scene.ts';
import { defaultProtocol } from '../../shared/protocol/default-protocol.ts';

/** How much faster than a session. */
export const PACE = 60;

/** One scene of a sheet in real time, ms. */
export interface Step {
  readonly atMs: number;
  readonly scene: Scene;
  readonly fadeMs: number;
}

/** The light of the default protocol from the start to the recovery, without a pause, at sixty times its pace. */
export function sheetSteps(): readonly Step[] {
  const { cues, infusionMs } = defaultProtocol(0, 'nobody');
  return cues
    .flatMap(({ anchor, action }) => {
      if (action.kind !== 'scene') return [];
      const sessionMs = anchor.from === 'start' ? anchor.offsetMs : infusionMs + anchor.offsetMs;
      return [{ atMs: sessionMs / PACE, scene: action.scene, fadeMs: action.fadeMs / PACE }];
    })
    .toSorted((a, b) => a.atMs - b.atMs);
}

/** What was sent so far, and from it where the room's level has to be at any moment. */
export class Expected {
  readonly #steps: { readonly from: Scene; readonly step: Step; readonly sentAt: number }[] = [];

  constructor(begun: number) {
    const full = roomScene(1, null);
    this.#steps.push({ from: full, step: { atMs: 0, scene: full, fadeMs: 0 }, sentAt: begun });
  }

  sent(step: Step, sentAt: number): void {
    this.#steps.push({ from: this.#sceneAt(sentAt), step, sentAt });
  }

  level(at: number): number {
    return zoneOf(this.#sceneAt(at), 'room')?.level ?? 0;
  }

  #sceneAt(at: number): Scene {
    const current = this.#steps.findLast(({ sentAt }) => sentAt <= at) ?? this.#steps[0];
    if (current === undefined) return roomScene(1, null);
    return sceneAt(current.from, current.step.scene, current.step.fadeMs, at - current.sentAt);
  }
}
