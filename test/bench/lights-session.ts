import { setTimeout as pause } from 'node:timers/promises';
import { createLights, SEND_LIMIT_MS } from '../../electron/lights/lights.ts';
import type { LightDriver } from '../../electron/lights/port.ts';
import { systemTimers } from '../../electron/lights/timers.ts';
import { LightEffects } from '../../electron/session/light-effects.ts';
import { Room, TICK_MS } from '../../electron/session/room.ts';
import type { Cue } from '../../shared/cues/cue.ts';
import { success } from '../../shared/ipc/answer.ts';
import { roomScene } from '../../shared/lights/scene.ts';
import { defaultProtocol } from '../../shared/protocol/default-protocol.ts';
import { SESSION_BODY_VERSION, sessionStream } from '../../shared/session/event.ts';
import { lifeMs } from '../../shared/session/life.ts';
import { shiftClock } from '../../shared/time/clock.ts';
import { FakeClock } from '../helpers/fake-clock.ts';
import { TestRoom } from '../helpers/session-builder.ts';
import { openTempRecord } from '../helpers/temp-record.ts';

/** Levels that cues go to in turn. */
export const CUE_LEVELS = [0.2, 0.8] as const;
/** The first cue comes so long after the start of the infusion, ms. */
const FIRST_MS = 3000;

function cueAt(number: number, everyMs: number): Cue {
  const scene = roomScene(CUE_LEVELS[number % 2] ?? 0, null);
  return {
    id: `cue-${number}`,
    anchor: { from: 'start', offsetMs: FIRST_MS + number * everyMs },
    action: { kind: 'scene', scene, fadeMs: 0 },
  };
}

/**
 * Runs a session with so many light cues on these lamps, as main does, its record on disk.
 * @returns when each cue was due, ms of this process's clock
 */
export async function sessionCues(
  drivers: readonly LightDriver[],
  count: number,
  everyMs: number,
): Promise<readonly number[]> {
  const cues = Array.from({ length: count }, (_, number) => cueAt(number, everyMs));
  const begun = new TestRoom(new FakeClock(), { ...defaultProtocol(0, 'Clinic'), cues }).started();
  const temp = await openTempRecord();
  await temp.record.append({
    ...{ stream: sessionStream(begun.session.sessionId), expectedSeq: 0, commandId: null },
    ...{ recordedAt: begun.clock.now(), version: SESSION_BODY_VERSION, events: begun.events },
  });
  const record = {
    ...temp.record,
    getContent: () => Promise.resolve(success({ value: begun.protocol })),
  } as unknown as typeof temp.record;
  const startedAt = performance.now();
  const reading = begun.clock.now();
  const now = () => shiftClock(reading, performance.now() - startedAt);
  const effects = new LightEffects(createLights({ drivers, timers: systemTimers, sendLimitMs: SEND_LIMIT_MS }));
  const room = new Room({
    clock: { rate: 1, now, recall: () => undefined },
    records: { clinic: record, practice: temp.record },
    onEvents: (runner, _before, _after, events) => effects.follow(runner, events),
    onWritten: () => undefined,
    onUnsaved: () => undefined,
    onHopeless: () => undefined,
  });
  const runner = await room.runner(begun.session.sessionId);
  if (!runner.ok) throw new Error(`The session was not opened: ${runner.code}`);
  const ticking = setInterval(() => room.tick(), TICK_MS);
  const sinceStart = lifeMs(begun.session, reading) - (begun.session.started?.lifeMs ?? 0);
  const due = cues.map(({ anchor }) => startedAt + anchor.offsetMs - sinceStart);
  await pause((due.at(-1) ?? 0) - performance.now() + 1000);
  clearInterval(ticking);
  await room.settled();
  await temp.end();
  return due;
}
