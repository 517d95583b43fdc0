import { expect, it } from 'vitest';
import { createCuePreview, STANDS_MS } from '../../../electron/lights/cue-preview.ts';
import { createLights, SEND_LIMIT_MS } from '../../../electron/lights/lights.ts';
import type { LightDriver } from '../../../electron/lights/port.ts';
import { watchLights } from '../../../electron/lights/watched.ts';
import { previewSpan } from '../../../shared/cues/preview-run.ts';
import { roomScene, type Scene } from '../../../shared/lights/scene.ts';
import { defaultProtocol } from '../../../shared/protocol/default-protocol.ts';
import { MINUTE } from '../../helpers/fake-clock.ts';
import { fakeTime } from '../../helpers/fake-time.ts';

const { cues, infusionMs } = defaultProtocol(0, 'Clinic');
const sheet = { cues, infusionMs };
const staff = { staffId: 'n1', name: 'R. Alvarez, RN', role: 'nurse', active: true } as const;

/** A room with one lamp that writes down what it is told, and when. */
function room() {
  const time = fakeTime();
  const there = { live: false, fails: false };
  const sent: { readonly at: number; readonly level: number; readonly fadeMs: number }[] = [];
  const told: { readonly on: boolean; readonly missed: readonly string[] }[] = [];
  const lamp: LightDriver = {
    id: 'lamp-1',
    capabilities: { zones: ['room'], kelvin: null, ownFades: true, minimumLevel: 0 },
    send: async (scene, fadeMs) => {
      if (there.fails) return { kind: 'failed', code: 'unreachable' };
      sent.push({ at: Math.round(time.now()), level: levelOf(scene), fadeMs: Math.round(fadeMs) });
      return { kind: 'sent' };
    },
  };
  const lights = watchLights(
    createLights({ drivers: [lamp], nameOf: () => 'Ceiling', timers: time, sendLimitMs: SEND_LIMIT_MS }),
  );
  const tell = (state: { on: boolean; missed: string[] }): void => void told.push(state);
  const preview = createCuePreview({ lights, timers: time, mayRun: () => !there.live, tell });
  return { time, there, sent, told, lights, preview };
}

const levelOf = (scene: Scene): number => Math.round((scene.zones[0]?.level ?? -1) * 1000) / 1000;

it('plays the whole sheet in about a minute, each light at a sixtieth of its time, and brings the lamps back', async () => {
  const { time, sent, told, lights, preview } = room();
  await lights.send(roomScene(0.7, 2700), 0);
  sent.length = 0;
  expect(preview.play(sheet, 0).ok).toBe(true);
  await time.pass(70_000);
  expect(sent).toEqual([
    { at: 0, level: 1, fadeMs: 400 },
    { at: 400, level: 0.1, fadeMs: 600 },
    { at: 18_000, level: 0.05, fadeMs: 2_000 },
    { at: 45_000, level: 0.25, fadeMs: 2_000 },
    { at: 50_000, level: 0.4, fadeMs: 2_000 },
    { at: Math.round(previewSpan(sheet).toMs / 60), level: 0.7, fadeMs: 1_000 },
  ]);
  expect(told).toEqual([
    { on: true, missed: [] },
    { on: false, missed: [] },
  ]);
  expect(time.waiting()).toBe(0);
});

it('is never begun while there is a session, and ends with the lamps back when one is opened or nobody is signed in', async () => {
  const { time, there, sent, preview } = room();
  there.live = true;
  expect(preview.play(sheet, 0)).toMatchObject({ ok: false, code: 'preview.sessionRuns' });
  there.live = false;
  for (const status of [
    { liveSessionId: 's-1', signedIn: staff },
    { liveSessionId: null, signedIn: null },
  ]) {
    preview.play(sheet, 10 * MINUTE);
    await time.pass(1_000);
    preview.follow({ liveSessionId: null, signedIn: staff });
    expect(sent.at(-1)?.level).toBe(0.1);
    preview.follow(status);
    await time.pass(1_000);
    expect(sent.at(-1)).toMatchObject({ level: 1, fadeMs: 1_000 });
    const after = sent.length;
    await time.pass(90_000);
    expect(sent).toHaveLength(after);
  }
});

it('stands where it is stopped, goes on from where it is asked to, and comes back by itself when nobody goes on', async () => {
  const { time, sent, told, preview } = room();
  preview.play(sheet, 17 * MINUTE);
  await time.pass(2_000);
  preview.pause();
  await time.pass(60_000);
  // A minute and a half of session into the second fade of 2 minutes, from 18:00 on: 19:00 is its middle.
  expect(sent.at(-1)?.level).toBeGreaterThan(0.05);
  expect(sent.at(-1)?.level).toBeLessThan(0.1);
  preview.play(sheet, 44 * MINUTE);
  await time.pass(1_100);
  expect(sent.at(-1)).toMatchObject({ level: 0.25, fadeMs: 2_000 });
  preview.pause();
  await time.pass(STANDS_MS - 1);
  expect(told.at(-1)?.on).toBe(true);
  await time.pass(2);
  expect(told.at(-1)?.on).toBe(false);
  expect(sent.at(-1)).toMatchObject({ level: 1, fadeMs: 1_000 });
});

it('is over when somebody asks for full light: nothing dims it again', async () => {
  const { time, sent, told, lights, preview } = room();
  preview.play(sheet, 0);
  await time.pass(2_000);
  void lights.full(roomScene(1, null));
  await time.pass(0);
  expect(told.at(-1)?.on).toBe(false);
  const after = sent.length;
  await time.pass(90_000);
  expect(sent).toHaveLength(after);
  expect(sent.at(-1)?.level).toBe(1);
});

it('names the lamps that do not follow, and goes on', async () => {
  const { time, there, told, preview } = room();
  there.fails = true;
  preview.play(sheet, 0);
  await time.pass(40_000);
  expect(told.at(-1)).toEqual({ on: true, missed: ['Ceiling'] });
  there.fails = false;
  await time.pass(60_000);
  expect(told.at(-1)?.on).toBe(false);
});
