import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { pairHue, PRESS_WITHIN_MS, type Paired, type PairStep } from '../../../../electron/lights/hue/pair.ts';
import { LightError } from '../../../../electron/lights/limited.ts';
import { fakeTime, type FakeTime } from '../../../helpers/fake-time.ts';
import { until } from '../../../helpers/until.ts';
import { startHueBridge, type HueBridgePeer, type HuePeerOptions } from '../../../peers/hue-bridge.ts';

let peer: HueBridgePeer;
let time: FakeTime;
let steps: PairStep[];

beforeEach(async () => {
  await start();
});
afterEach(() => peer.close());

async function start(options: HuePeerOptions = {}): Promise<void> {
  peer = await startHueBridge(options);
  time = fakeTime();
  steps = [];
}

function pair(signal = new AbortController().signal, host = peer.host): Promise<Paired | string> {
  return pairHue(host, { timers: time, onStep: (step) => steps.push(step) }, signal).catch((problem: unknown) =>
    problem instanceof LightError ? problem.code : String(problem),
  );
}

describe('pairing', () => {
  it('waits for the button and then has a key that opens the bridge', async () => {
    const paired = pair();
    await until(() => steps.length === 2);
    peer.pressButton();
    await time.pass(1_000);
    await until(() => peer.requests.length === 4);
    const { key, ...rest } = (await paired) as Paired;
    const { bridgeId } = peer;
    expect(rest).toEqual({ name: 'Fictional Hue bridge', bridgeId, certificate: peer.fingerprint() });
    expect(key).not.toBe(peer.key);
    expect(peer.requests.at(-1)).toMatchObject({ path: '/clip/v2/resource/bridge', key });
    expect(steps).toEqual([
      { kind: 'found', name: 'Fictional Hue bridge', bridgeId },
      { kind: 'press', leftMs: PRESS_WITHIN_MS },
    ]);
    await until(() => peer.connections() === 0);
    expect(time.waiting()).toBe(0);
  });

  it('is over where nobody presses it in time', async () => {
    const paired = pair();
    for (let second = 0; second <= PRESS_WITHIN_MS / 1_000; second += 1) {
      await until(() => peer.requests.length === second + 2);
      await until(() => time.waiting() === 1);
      await time.pass(1_000);
    }
    expect(await paired).toBe('notPressed');
  });

  it('is given up by its signal, while it waits and while the bridge is silent', async () => {
    const giveUp = new AbortController();
    const waiting = pair(giveUp.signal);
    await until(() => steps.length === 2);
    giveUp.abort();
    expect(await waiting).toBe('superseded');
    peer.trouble = () => 'silence';
    const again = new AbortController();
    const silent = pair(again.signal);
    await until(() => peer.requests.length === 3);
    again.abort();
    expect(await silent).toBe('superseded');
    await until(() => peer.connections() === 0);
  });

  it('ends where the certificate changes under way', async () => {
    const paired = pair();
    await until(() => steps.length === 2);
    peer.changeCertificate();
    peer.trouble = ({ path }) => (path === '/api' ? 'hangUp' : null);
    await time.pass(1_000);
    expect(await paired).toBe('certificateChanged');
  });

  it('refuses a device that is no bridge, another one, and an old one', async () => {
    peer.trouble = () => 'otherJson';
    expect(await pair()).toBe('strangeReply');
    peer.trouble = null;
    peer.changeCertificate('001788fffe999999');
    expect(await pair()).toBe('notABridge');
    await peer.close();
    await start({ software: '1935144040' });
    expect(await pair()).toBe('bridgeTooOld');
    expect(peer.requests).toHaveLength(1);
  });

  it('does not wait for ever for a host that only listens', async () => {
    const mute = createServer((socket) => void socket.on('error', () => undefined).resume());
    await new Promise<void>((resolve) => mute.listen(0, '127.0.0.1', resolve));
    const paired = pair(undefined, `127.0.0.1:${(mute.address() as AddressInfo).port}`);
    await time.pass(5_000);
    expect(await paired).toBe('timeout');
    await new Promise((resolve) => mute.close(resolve));
  });
});
