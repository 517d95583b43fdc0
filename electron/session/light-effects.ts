import { newEvent, APP } from '../../shared/session/pending.ts';
import { cueOutcome } from '../../shared/session/tick.ts';
import type { NewSessionEvent, SessionEvent } from '../../shared/session/event.ts';
import type { SessionBody, SessionBodyOf } from '../../shared/session/event-bodies.ts';
import type { Session } from '../../shared/session/state.ts';
import { roomScene, type Scene } from '../../shared/lights/scene.ts';
import type { ClockReading } from '../../shared/time/clock.ts';
import { isSuperseded } from '../lights/line.ts';
import type { DriverOutcome, Lights } from '../lights/lights.ts';
import type { Outcome } from '../lights/port.ts';
import type { SessionRunner } from './runner.ts';

/** Presses that outrank everything, by the light's full way. */
const fullReasons: readonly SessionBodyOf<'lightsSet'>['why'][] = ['emergency', 'full'];

/** Carries recorded light events to the lamps and brings their outcomes back as facts. Cues without a lamp are done once recorded. */
export class LightEffects {
  readonly #lights: Lights;
  readonly #unhear: () => void;
  /** Whose light it is. */
  #runner: SessionRunner | null = null;

  constructor(lights: Lights) {
    this.#lights = lights;
    this.#unhear = lights.onLater((outcome) => {
      void this.#runner?.observe((session, now) => listed(session, now, lampBodies(session, [outcome], 'all')));
    });
  }

  /** Called with events that are decided; nothing here is waited for. */
  follow(runner: SessionRunner, events: readonly SessionEvent[]): void {
    for (const { body } of events) {
      if (body.type === 'cueFired') void this.#cue(runner, body);
      if (body.type === 'lightsSet') void this.#set(runner, body);
      if (body.type === 'finished' || body.type === 'notGiven') this.#letGo(runner);
    }
  }

  /** Full, before anything is recorded: what then is recorded finds it under way. */
  fullAhead(): void {
    void this.#lights.full(roomScene(1, null));
  }

  /** Hears of no lamp any more. */
  close(): void {
    this.#unhear();
  }

  async #cue(runner: SessionRunner, { cueId, action }: SessionBodyOf<'cueFired'>): Promise<void> {
    if (action.kind !== 'scene') {
      return runner.observe((session, now) => withCue(session, now, cueId, null, []));
    }
    const outcomes = await this.#send(runner, action.scene, action.fadeMs);
    await runner.observe((session, now) =>
      withCue(session, now, cueId, firstFailure(outcomes), lampBodies(session, outcomes, 'changed')),
    );
  }

  async #set(runner: SessionRunner, { scene, fadeMs, why }: SessionBodyOf<'lightsSet'>): Promise<void> {
    this.#runner = runner;
    // After a restart in the middle of an emergency it is as urgent as it was.
    const urgent = fullReasons.includes(why) || (why === 'restore' && runner.ahead.emergency !== null);
    const outcomes = urgent ? await this.#lights.full(scene) : await this.#send(runner, scene, fadeMs);
    await runner.observe((session, now) => listed(session, now, lampBodies(session, outcomes, 'all')));
  }

  #send(runner: SessionRunner, scene: Scene, fadeMs: number): Promise<readonly DriverOutcome[]> {
    this.#runner = runner;
    // Lamps fade in real time.
    return this.#lights.send(scene, fadeMs / runner.clock.rate);
  }

  #letGo(runner: SessionRunner): void {
    if (this.#runner !== runner) return;
    this.#runner = null;
    this.#lights.letGo();
  }
}

/** Code of an outcome that failed, or null. */
export function codeOf(outcome: Outcome): string | null {
  if (outcome.kind === 'sent') return null;
  return outcome.kind === 'timeout' ? 'timeout' : outcome.code;
}

/** Why a cue failed: at the first lamp that did not take it, else because something newer took its place everywhere. */
function firstFailure(outcomes: readonly DriverOutcome[]): string | null {
  const failed = outcomes.filter(({ outcome }) => outcome.kind !== 'sent');
  const told = failed.find(({ outcome }) => !isSuperseded(outcome)) ?? failed[0];
  return told === undefined ? null : codeOf(told.outcome);
}

/**
 * What the lamps said, as facts. A lamp that a newer scene was for by then has said nothing. `changed` leaves out those
 * that took it and had not failed before.
 */
function lampBodies(session: Session, all: readonly DriverOutcome[], which: 'all' | 'changed'): readonly SessionBody[] {
  const outcomes = all.filter(({ outcome }) => !isSuperseded(outcome));
  const failing = new Set(session.lighting.failed.map(({ driver }) => driver));
  const lamps = outcomes
    .filter(({ driver, outcome }) => outcome.kind === 'sent' && (which === 'all' || failing.has(driver)))
    .map(({ driver, name, tookMs }) => ({ driver, ...named(name), tookMs }));
  const failed = outcomes.flatMap(({ driver, name, outcome }): SessionBodyOf<'lightsFailed'>[] => {
    const code = codeOf(outcome);
    return code === null ? [] : [{ type: 'lightsFailed', driver, code, ...named(name) }];
  });
  return lamps.length === 0 ? failed : [{ type: 'lightsReached', lamps }, ...failed];
}

function named(name: string | null): { readonly name?: string } {
  return name === null ? {} : { name };
}

function listed(session: Session, now: ClockReading, bodies: readonly SessionBody[]): readonly NewSessionEvent[] {
  return bodies.map((body) => newEvent(session, body, APP, now));
}

function withCue(
  session: Session,
  now: ClockReading,
  cueId: string,
  code: string | null,
  lamps: readonly SessionBody[],
): readonly NewSessionEvent[] {
  const outcome = cueOutcome(session, cueId, code, now);
  return [...(outcome === null ? [] : [outcome]), ...listed(session, now, lamps)];
}
