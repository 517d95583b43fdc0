import { newEvent, APP } from '../../shared/session/pending.ts';
import { cueOutcome } from '../../shared/session/tick.ts';
import type { NewSessionEvent, SessionEvent } from '../../shared/session/event.ts';
import type { Session } from '../../shared/session/state.ts';
import type { Scene } from '../../shared/lights/scene.ts';
import type { ClockReading } from '../../shared/time/clock.ts';
import type { DriverOutcome, Lights } from '../lights/lights.ts';
import type { Outcome } from '../lights/port.ts';
import type { SessionRunner } from './runner.ts';

/** Carries recorded light events to the lamps and brings their outcomes back as facts. Cues without a lamp are done once recorded. */
export class LightEffects {
  readonly #lights: Lights;
  readonly #rate: number;

  /** `rate`: how fast the session runs; lamps fade in real time. */
  constructor(lights: Lights, rate: number) {
    this.#lights = lights;
    this.#rate = rate;
  }

  /** Called with events that are on disk; nothing here is waited for. */
  follow(runner: SessionRunner, events: readonly SessionEvent[]): void {
    for (const event of events) {
      const { body } = event;
      if (body.type === 'cueFired') {
        const { action, cueId } = body;
        if (action.kind === 'scene') void this.#cue(runner, cueId, action.scene, action.fadeMs);
        else void runner.observe((session, now) => listed(cueOutcome(session, cueId, null, now)));
      }
      if (body.type === 'lightsSet') void this.#set(runner, body.scene, body.fadeMs, body.why === 'emergency');
    }
  }

  async #cue(runner: SessionRunner, cueId: string, scene: Scene, fadeMs: number): Promise<void> {
    const outcomes = await this.#lights.send(scene, fadeMs / this.#rate);
    await runner.observe((session, now) => listed(cueOutcome(session, cueId, firstFailure(outcomes), now)));
  }

  async #set(runner: SessionRunner, scene: Scene, fadeMs: number, emergency: boolean): Promise<void> {
    const outcomes = emergency ? await this.#lights.full(scene) : await this.#lights.send(scene, fadeMs / this.#rate);
    await runner.observe((session, now) => outcomes.map((one) => outcomeEvent(session, one, now)));
  }
}

function listed(event: NewSessionEvent | null): readonly NewSessionEvent[] {
  return event === null ? [] : [event];
}

/** Code of an outcome that failed, or null. */
export function codeOf(outcome: Outcome): string | null {
  if (outcome.kind === 'sent') return null;
  return outcome.kind === 'timeout' ? 'timeout' : outcome.code;
}

function firstFailure(outcomes: readonly DriverOutcome[]): string | null {
  return outcomes.map((one) => codeOf(one.outcome)).find((code) => code !== null) ?? null;
}

function outcomeEvent(session: Session, { driver, outcome }: DriverOutcome, now: ClockReading): NewSessionEvent {
  const code = codeOf(outcome);
  return newEvent(
    session,
    code === null ? { type: 'lightsSent', driver } : { type: 'lightsFailed', driver, code },
    APP,
    now,
  );
}
