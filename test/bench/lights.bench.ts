import { fork, spawn, type ChildProcess } from 'node:child_process';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { closer, type Closer } from '../peers/sound-server.ts';
import type { Done, Order } from './lights-child.ts';
import { QLC_FRAME_MS, startQlcFade } from './lights-qlc.ts';
import { packetTimes, type Heard } from './packet-times.ts';
import { cpuMs } from './processes.ts';
import { percentile, summarise, type Bench, type BenchResult } from './result.ts';

const FADE_MS = 60_000;
const FRAME_MS = 25;
const CUES = 200;
/** Between two cues, ms: no multiple of a frame, so that they come at any moment of one. */
const CUE_EVERY_MS = 137;
const CUE_GOAL_MS = 20;
const JITTER_SHARE = 1.3;
const CPU_POINTS = 1;
/** What comes right after the beginning is not the steady state of anybody. */
const SETTLE_MS = 2000;

/** The last packets of a run may not have been heard yet, ms. */
const END_MS = 500;
/** A run in which more packets than this share are missing, or too many, says nothing. */
const MISSED_SHARE = 0.02;

/** A port that takes what comes: with nobody there the network would answer each packet. */
async function sink(close: Closer): Promise<number> {
  const socket = createSocket('udp4');
  socket.bind(0, '127.0.0.1');
  await once(socket, 'listening');
  close.add(() => new Promise<void>((resolve) => socket.close(() => resolve())));
  return socket.address().port;
}

async function child(who: 'link' | 'timer', port: number, close: Closer): Promise<ChildProcess> {
  const started = fork(fileURLToPath(new URL('lights-child.ts', import.meta.url)), [who, String(port)]);
  close.add(async () => {
    if (started.exitCode === null && started.kill()) await once(started, 'exit');
  });
  await answer(started, 'ready', { kind: 'none' });
  return started;
}

async function answer<K extends Done['kind']>(
  of: ChildProcess,
  kind: K,
  order: Order | { readonly kind: 'none' },
): Promise<Extract<Done, { kind: K }>> {
  const told = once(of, 'message') as Promise<[Done]>;
  const gone = once(of, 'exit').then(() => {
    throw new Error('A sender ended before it was done.');
  });
  if (order.kind !== 'none') of.send(order);
  const [done] = await Promise.race([told, gone]);
  if (done.kind !== kind) throw new Error(`A sender answered ${done.kind}, not ${kind}.`);
  return done as Extract<Done, { kind: K }>;
}

/** As many processes as there are cores, each with nothing to do but to be busy. */
function beBusy(close: Closer): void {
  for (let core = 0; core < availableParallelism(); core += 1) {
    const busy = spawn(process.execPath, ['-e', 'for (;;);'], { stdio: 'ignore' });
    close.add(() => void busy.kill());
  }
}

/** By how much the intervals between packets differ from a frame's length, ms. */
function jitter(packets: readonly Heard[], frameMs: number): readonly number[] {
  return packets.slice(1).map(({ at }, before) => Math.abs(at - (packets[before]?.at ?? at) - frameMs));
}

/** Two clocks of one machine agree to this, ms. */
const CLOCKS_MS = 0.5;

/** From the moment a cue was due to the first packet that carries it, ms; endless where none did. */
function lateness(packets: readonly Heard[], cues: Extract<Done, { kind: 'cued' }>['cues']): readonly number[] {
  return cues.map(({ due, level }) => {
    const first = packets.find((packet) => packet.at >= due - CLOCKS_MS && packet.level === Math.round(level));
    return first === undefined ? Infinity : first.at - due;
  });
}

const ms = (value: number): string => value.toFixed(2);

export async function measure(state: 'idle' | 'all cores busy'): Promise<readonly BenchResult[]> {
  const close = closer();
  try {
    const [ours, bare, qlc] = [await sink(close), await sink(close), await sink(close)];
    const heard = await packetTimes([ours, bare, qlc], close);
    const [link, timer] = [await child('link', ours, close), await child('timer', bare, close)];
    const qlcPid = await startQlcFade(qlc, FADE_MS + 3 * SETTLE_MS, close);
    if (qlcPid === null) console.error('QLC+ is not installed (Debian: qlcplus); its fade is left out.');
    if (state !== 'idle') beBusy(close);
    await pause(SETTLE_MS);

    const run = { kind: 'run', fadeMs: FADE_MS } as const;
    const begun = Date.now();
    const qlcBefore = qlcPid === null ? 0 : cpuMs(qlcPid);
    const [ourRun, bareRun] = await Promise.all([answer(link, 'ran', run), answer(timer, 'ran', run)]);
    const ended = Date.now();
    const qlcCpu = qlcPid === null ? null : ((cpuMs(qlcPid) - qlcBefore) / (ended - begun)) * 100;
    const { cues } = await answer(link, 'cued', { kind: 'cues', count: CUES, everyMs: CUE_EVERY_MS });
    const sessionBegun = Date.now();
    const ofSession = await answer(link, 'cued', { kind: 'session', count: CUES, everyMs: CUE_EVERY_MS });
    await pause(500);

    const of = (port: number, from: number, to: number): readonly Heard[] =>
      heard.filter((packet) => packet.port === port && packet.at >= from && packet.at < to);
    const fading = (port: number): readonly Heard[] => of(port, begun + SETTLE_MS, ended - END_MS);
    const share = of(bare, begun, ended).length / (bareRun.sent ?? 0);
    if (Math.abs(share - 1) > MISSED_SHARE) throw new Error(`${(share * 100).toFixed(1)} % of the packets were heard.`);
    const shaky = jitter(fading(ours), FRAME_MS);
    const bareShaky = jitter(fading(bare), FRAME_MS);
    const qlcShaky = jitter(fading(qlc), QLC_FRAME_MS);
    const late = lateness(of(ours, ended, sessionBegun), cues);
    const sessionLate = lateness(of(ours, sessionBegun, Infinity), ofSession.cues);
    const qlcPeers = <T>(value: T | null) => (qlcPid === null || value === null ? {} : { 'QLC+': value });
    const p99s = [`bare timer ${ms(percentile(bareShaky, 0.99))}`];
    if (qlcShaky.length > 0) p99s.push(`QLC+ ${ms(percentile(qlcShaky, 0.99))}`);
    const cueRow = (name: string, samples: readonly number[]): BenchResult =>
      summarise({
        ...{ name: `lights: ${name}, from its moment to its packet, ${state}`, unit: 'ms', samples, peers: {} },
        goal: `p99 < ${CUE_GOAL_MS} ms`,
        met: (_p50, p99) => p99 < CUE_GOAL_MS,
      });
    return [
      cueRow('scene sent to the lamps', late),
      cueRow('cue of a session, recorded on disk', sessionLate),
      summarise({
        name: `lights: frames of a fade of ${FADE_MS / 1000} s, off from ${FRAME_MS} ms, ${state} (p99: ${p99s.join(', ')})`,
        unit: 'ms',
        samples: shaky,
        peers: { 'bare timer': bareShaky, ...qlcPeers(qlcShaky) },
        goal: `p99 at most ${JITTER_SHARE} x the bare timer's`,
        met: (_p50, p99) => p99 <= percentile(bareShaky, 0.99) * JITTER_SHARE,
      }),
      summarise({
        name: `lights: processor while fading, ${state}`,
        unit: '% of a core',
        samples: [ourRun.cpu],
        peers: { 'bare timer': [bareRun.cpu], ...qlcPeers(qlcCpu === null ? null : [qlcCpu]) },
        goal: `at most ${CPU_POINTS} point above the bare timer`,
        met: (cpu) => cpu <= bareRun.cpu + CPU_POINTS,
      }),
    ];
  } finally {
    await close.all();
  }
}

/** Frames and cues by sACN on the loopback network, timed by the kernel, beside a bare timer and QLC+ in the same run. */
export const lightsBench: Bench = {
  name: 'lights',
  run: async () => [...(await measure('idle')), ...(await measure('all cores busy'))],
};
