import { afterEach, describe, expect, it } from 'vitest';
import { createLights, SEND_LIMIT_MS } from '../../../electron/lights/lights.ts';
import type { LightDriver, Outcome } from '../../../electron/lights/port.ts';
import { LightEffects } from '../../../electron/session/light-effects.ts';
import { SessionRunner } from '../../../electron/session/runner.ts';
import { roomScene } from '../../../shared/lights/scene.ts';
import type { SessionCommand } from '../../../shared/session/command.ts';
import { restoreLights } from '../../../shared/session/tick.ts';
import { SESSION_BODY_VERSION, sessionStream, type SessionEvent } from '../../../shared/session/event.ts';
import { MINUTE } from '../../helpers/fake-clock.ts';
import { fakeTime, type FakeTime } from '../../helpers/fake-time.ts';
import { alvarez, TestRoom } from '../../helpers/session-builder.ts';
import { openTempRecord } from '../../helpers/temp-record.ts';
import { fakeLamp, sent } from '../lights/fixtures.ts';

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

const gone: Outcome = { kind: 'failed', code: 'unreachable' };
/** A lamp that can be reached from a moment of fake time on. */
const lampFrom = (id: string, time: FakeTime, fromMs: number) =>
  fakeLamp(id, time, () => ({ afterMs: 20, outcome: time.now() < fromMs ? gone : sent }));

/** A session on a real record, its lamps in fake time. */
async function rig(time: FakeTime, drivers: readonly LightDriver[], room = new TestRoom().started()) {
  const temp = await openTempRecord();
  const stream = sessionStream(room.session.sessionId);
  await temp.record.append({
    ...{ stream, expectedSeq: 0, commandId: null, recordedAt: room.clock.now(), version: SESSION_BODY_VERSION },
    events: room.events,
  });
  const lights = createLights({ drivers, timers: time, sendLimitMs: SEND_LIMIT_MS, nameOf: (id) => `Lamp ${id}` });
  const effects = new LightEffects(lights);
  const facts: SessionEvent['body'][] = [];
  const runner: SessionRunner = new SessionRunner({
    record: temp.record,
    clock: { rate: 1, now: room.clock.now, recall: () => undefined },
    protocol: room.protocol,
    session: room.session,
    events: room.events,
    lastSeen: room.clock.now(),
    onEvents: (_before, _after, events) => {
      facts.push(...events.map(({ body }) => body));
      effects.follow(runner, events);
    },
    onWritten: () => undefined,
    onUnsaved: () => undefined,
    onHopeless: (code) => {
      throw new Error(code);
    },
  });
  closing.push(async () => {
    effects.close();
    await runner.settled();
    await temp.end();
  });
  let ids = 0;
  const press = (command: SessionCommand) =>
    runner.execute(
      { sessionId: room.session.sessionId, commandId: `c${(ids += 1)}`, seenSeq: runner.ahead.seq, command },
      alvarez,
    );
  /** Lets lamps answer, and the record take what they said. */
  const pass = async (ms: number): Promise<void> => {
    await time.pass(ms);
    await runner.settled();
    await runner.settled();
  };
  return { room, lights, effects, runner, facts, press, pass };
}

const hand = (level: number): SessionCommand => ({ type: 'setLights', scene: roomScene(level, null), fadeMs: 2_000 });

describe('light and the session', () => {
  it('a press is answered while no lamp answers at all, and so is what comes after it', async () => {
    const time = fakeTime();
    const { press, runner } = await rig(time, [fakeLamp('silent', time, () => null)]);
    expect(await press(hand(0.5))).toMatchObject({ ok: true });
    expect(await press({ type: 'note', text: 'calm' })).toMatchObject({ ok: true });
    expect(time.now()).toBe(0);
    expect(runner.session.lighting.failed).toEqual([]);
  });

  it('tells once which lamps took it and how long that took, and names the one that did not after its deadline', async () => {
    const time = fakeTime();
    const { press, pass, facts, runner } = await rig(time, [
      lampFrom('1', time, 0),
      lampFrom('2', time, 1_000),
      lampFrom('3', time, Infinity),
    ]);
    await press(hand(0.5));
    await pass(7_000);
    expect(facts.map(({ type }) => type)).toEqual(['lightsSet']);
    await pass(3_000);
    expect(facts.slice(1)).toEqual([
      {
        type: 'lightsReached',
        lamps: [
          { driver: '1', name: 'Lamp 1', tookMs: 20 },
          { driver: '2', name: 'Lamp 2', tookMs: 1_560 },
        ],
      },
      { type: 'lightsFailed', driver: '3', code: 'unreachable', name: 'Lamp 3' },
    ]);
    expect(runner.session.lighting.failed).toEqual([{ driver: '3', name: 'Lamp 3', code: 'unreachable' }]);
  });

  it('a cue at a lamp that is away fails by name; the lamp that comes back is led on and no longer told of', async () => {
    const time = fakeTime();
    const room = new TestRoom().started().run(18 * MINUTE - 1_000);
    const lamps = [lampFrom('1', time, 0), lampFrom('2', time, 45_000)];
    const { runner, pass, facts, lights } = await rig(time, lamps, room);
    room.clock.advance(1_000);
    runner.tick();
    await pass(0);
    expect(facts).toMatchObject([{ type: 'cueFired', cueId: 'music-peak' }, { type: 'cueFired' }, { type: 'cueSent' }]);
    await pass(31_000);
    expect(facts.slice(3)).toEqual([
      { type: 'cueFailed', cueId: 'lights-peak', code: 'unreachable' },
      { type: 'lightsFailed', driver: '2', code: 'unreachable', name: 'Lamp 2' },
    ]);
    expect(lamps[0]?.sent).toHaveLength(1);
    await pass(14_000);
    lights.again(['2']);
    await pass(100);
    expect(facts.slice(5)).toMatchObject([{ type: 'lightsReached', lamps: [{ driver: '2' }] }]);
    expect(lamps[1]?.sent.at(-1)).toMatchObject({ at: 45_000, scene: roomScene(0.05, 2200), fadeMs: 75_000 });
    expect(runner.session.lighting.failed).toEqual([]);
  });

  it('says nothing of a lamp that a newer press overtook', async () => {
    const time = fakeTime();
    const { press, pass, facts } = await rig(time, [
      fakeLamp('1', time, (n) => (n === 0 ? null : { afterMs: 5, outcome: sent })),
    ]);
    await press(hand(0.5));
    await press(hand(0.6));
    await pass(20_000);
    expect(facts.map(({ type }) => type)).toEqual(['lightsSet', 'lightsSet', 'lightsReached']);
  });

  it('full takes the full way, begun before it is recorded and not begun anew after', async () => {
    const time = fakeTime();
    const lamp = {
      ...lampFrom('1', time, 0),
      full: (scene: typeof bright) => (fulls.push(scene), Promise.resolve(sent)),
    };
    const bright = roomScene(1, null);
    const fulls: (typeof bright)[] = [];
    const silent = fakeLamp('2', time, () => null);
    const { press, pass, facts, effects } = await rig(time, [lamp, silent]);
    effects.fullAhead();
    await press({ type: 'lightsFull' });
    await pass(800);
    expect(fulls).toEqual([bright]);
    expect(silent.sent.map(({ at }) => at)).toEqual([0, 250, 500]);
    expect(facts).toMatchObject([
      { type: 'lightsSet', why: 'full' },
      { type: 'lightsReached', lamps: [{ driver: '1', tookMs: 0 }] },
      { type: 'lightsFailed', driver: '2', code: 'timeout' },
    ]);
  });

  it('full takes the full way also where an emergency is taken up after a restart', async () => {
    const time = fakeTime();
    const silent = fakeLamp('1', time, () => null);
    const { runner, pass, facts } = await rig(time, [silent], new TestRoom().started().do({ type: 'beginEmergency' }));
    await runner.observe((session, now) => restoreLights(session, now));
    await pass(800);
    expect(silent.sent.map(({ at }) => at)).toEqual([0, 250, 500]);
    expect(facts.at(-1)).toMatchObject({ type: 'lightsFailed', code: 'timeout' });
  });

  it('leaves lamps alone once the session is over', async () => {
    const time = fakeTime();
    const lamp = lampFrom('1', time, 0);
    const { press, pass, lights, facts } = await rig(time, [lamp], new TestRoom().recovering());
    await press(hand(0.5));
    await pass(100);
    await press({
      type: 'finish',
      how: 'againstAdvice',
      escort: null,
      note: 'asked for',
      told: 'Dr. Lindqvist',
      agoMs: 0,
    });
    const known = facts.length;
    lights.again(['1']);
    await pass(60_000);
    expect(lamp.sent).toHaveLength(1);
    expect(facts).toHaveLength(known);
  });
});
