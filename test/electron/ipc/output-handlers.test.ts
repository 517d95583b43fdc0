import { beforeEach, describe, expect, it } from 'vitest';
import { outputHandlers } from '../../../electron/ipc/output-handlers.ts';
import { createOutputKeeper, type OutputKeeper } from '../../../electron/music/output.ts';
import type { Front } from '../../../electron/front.ts';
import type { OutputSettings } from '../../../electron/settings.ts';
import { success } from '../../../shared/ipc/answer.ts';
import type { ProbeSound } from '../../../shared/ipc/output.ts';
import type { ChosenOutput } from '../../../shared/music/output.ts';
import { alvarez, TestRoom } from '../../helpers/session-builder.ts';

const over: ChosenOutput = { deviceId: 'over', label: 'Over-ear', connection: 'cable' };
const tone = { kind: 'ear', ear: 'left' } as const;
const noise = { kind: 'level', level: 1 } as const;
const off = { kind: 'off' } as const;

let settings: OutputSettings;
let keeper: OutputKeeper;
let probed: ProbeSound[];
beforeEach(() => {
  settings = { chosen: over, headphones: [] };
  probed = [];
  keeper = createOutputKeeper({
    settings: { output: () => settings, setOutput: (next) => void (settings = next) },
    send: () => undefined,
    show: () => undefined,
  });
  keeper.seen({ state: 'present', deviceId: 'over', devices: [] });
});

/** The handlers as they are with somebody signed in or not, and a session or none. */
function handlers(signedIn: boolean, room: TestRoom | null) {
  const session = room?.session;
  const live = session === undefined ? null : { session, ahead: session };
  const front = {
    board: { now: { signedIn: signedIn ? { staffId: 'alvarez' } : null } },
    desk: { room: { live } },
    clock: { now: () => new TestRoom().clock.now() },
  } as unknown as Front;
  return outputHandlers(front, keeper, (sound) => void probed.push(sound), {
    moves: async () => 'briefly',
    keep: async () => success({ moves: 'untilStart' as const }),
  });
}

describe('setting the sound server up', () => {
  it('takes somebody who is signed in', async () => {
    const ask = async (signedIn: boolean) => handlers(signedIn, null)['output.keep']({}, 'room');
    expect(await ask(false)).toMatchObject({ ok: false, code: 'access.signInNeeded' });
    expect(await ask(true)).toMatchObject({ ok: true, data: { moves: 'untilStart' } });
  });
});

describe('sounds for staff', () => {
  const ask = async (sound: ProbeSound, room: TestRoom | null, signedIn = true) => {
    const answer = await handlers(signedIn, room)['output.probe']({ sound }, 'room');
    return answer.ok ? 'ok' : answer.code;
  };

  it('are made with no session about', async () => {
    expect([await ask(tone, null), await ask(noise, null)]).toEqual(['ok', 'ok']);
    expect(probed).toEqual([tone, noise]);
  });

  it('before a patient is settled in: the tones, not the noise', async () => {
    const room = new TestRoom().do({ type: 'beginPreChecks' });
    expect([await ask(tone, room), await ask(noise, room)]).toEqual(['ok', 'output.sessionRuns']);
    expect(probed).toEqual([tone]);
  });

  it('never while a session sounds, or is to', async () => {
    for (const room of [new TestRoom().started(), new TestRoom().started().do({ type: 'silence' })]) {
      expect([await ask(tone, room), await ask(noise, room)]).toEqual(['output.sessionRuns', 'output.sessionRuns']);
    }
    expect(probed).toEqual([]);
  });

  it('not without headphones that are there, and not for somebody who is not signed in', async () => {
    expect(await ask(tone, null, false)).toBe('access.signInNeeded');
    keeper.seen({ state: 'lost', deviceId: null, devices: [] });
    expect(await ask(tone, null)).toBe('output.notThere');
    expect(probed).toEqual([]);
  });

  it('always end', async () => {
    expect(await ask(off, new TestRoom().started(), false)).toBe('ok');
    expect(probed).toEqual([off]);
  });
});

describe('how loud headphones may be', () => {
  it('is changed and measured by somebody signed in', async () => {
    const locked = handlers(false, null);
    const calibrate = { label: 'Over-ear', readings: [80, 74] as [number, number], capDbA: 75 };
    expect((await locked['output.setCap']({ label: 'Over-ear', cap: 0.1 }, 'room')).ok).toBe(false);
    expect((await locked['output.calibrate'](calibrate, 'room')).ok).toBe(false);
    expect(settings.headphones).toEqual([]);
    expect((await handlers(true, null)['output.setCap']({ label: 'Over-ear', cap: 0.5 }, 'room')).ok).toBe(true);
    expect(keeper.order().cap).toBe(0.5);
  });

  it('follows the meter: a cap in dB(A) is a share of full output', async () => {
    await keeper.setCap('Over-ear', 0.5, alvarez);
    const calibrate = { label: 'Over-ear', readings: [80, 74] as [number, number], capDbA: 74 };
    expect((await handlers(true, null)['output.calibrate'](calibrate, 'room')).ok).toBe(true);
    // 80 dB(A) at half output: 6 dB below it is a quarter.
    expect(keeper.order().cap).toBeCloseTo(0.25, 2);
    expect(keeper.view().headphones?.fullDbA).toBeCloseTo(86.02, 1);
  });

  it('readings that do not agree change nothing', async () => {
    await keeper.setCap('Over-ear', 0.5, alvarez);
    const calibrate = { label: 'Over-ear', readings: [80, 80] as [number, number], capDbA: 74 };
    const answer = await handlers(true, null)['output.calibrate'](calibrate, 'room');
    expect(answer.ok ? null : answer.code).toBe('output.readingsDiffer');
    expect(keeper.order().cap).toBe(0.5);
    expect(keeper.view().headphones?.fullDbA).toBeNull();
  });
});

describe('other headphones', () => {
  it('are chosen without a PIN only while a session is there', async () => {
    const buds = { ...over, deviceId: 'buds', label: 'Buds' };
    const refused = await handlers(false, null)['output.choose']({ chosen: buds }, 'room');
    expect(refused.ok ? null : refused.code).toBe('access.signInNeeded');
    expect((await handlers(false, new TestRoom().started())['output.choose']({ chosen: buds }, 'room')).ok).toBe(true);
    expect(settings.chosen?.label).toBe('Buds');
  });
});
