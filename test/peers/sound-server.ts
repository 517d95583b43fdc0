import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { RATE } from './sound-signal.ts';

/** What was opened, to be closed in the opposite order. */
export function closer() {
  const open: (() => unknown)[] = [];
  return {
    add: (end: () => unknown) => void open.unshift(end),
    all: async () => {
      for (const end of open.splice(0)) await end();
    },
  };
}
export type Closer = ReturnType<typeof closer>;

/** What was heard on one sink, which plays to nobody. */
export interface Sink {
  readonly name: string;
  /** What was heard from `fromMs` to `toMs` of the recording. */
  readonly heard: (fromMs: number, toMs: number) => Float32Array;
  /** How much was recorded so far, ms. */
  readonly recordedMs: () => number;
  /** Takes the sink away, as if it were pulled out, at once; the recording ends. */
  readonly unplug: () => void;
}

/** A sound server of our own. */
export interface SoundServer {
  readonly env: NodeJS.ProcessEnv;
  /**
   * Adds a sink by a name, which is its label as well; it is recorded from its first moment. With two channels what was
   * heard comes left and right in turn.
   */
  readonly plug: (name: string, channels?: 1 | 2) => Promise<Sink>;
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** Ends a process and waits until it is gone: what is still running still writes. */
async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || !child.kill()) return;
  await once(child, 'exit');
}

/** PulseAudio as a clinic is told to set it up: sound ends with its output (docs/sound.md). */
export const startKeptSoundServer: typeof startSoundServer = (folder, usual, close) => {
  const settings = path.join(folder, 'home', '.config', 'pulse');
  mkdirSync(settings, { recursive: true, mode: 0o700 });
  writeFileSync(path.join(settings, 'daemon.conf'), 'rescue-streams = no\n');
  return startSoundServer(folder, usual, close);
};

/**
 * PulseAudio as it comes: sound moves elsewhere when its output goes.
 * @param usual the sink that sound goes to unless something else is asked for
 */
export async function startSoundServer(folder: string, usual: string, close: Closer): Promise<SoundServer> {
  const home = path.join(folder, 'home');
  mkdirSync(home, { recursive: true, mode: 0o700 });
  const socket = path.join(folder, 'pulse');
  const env = {
    ...process.env,
    HOME: home,
    XDG_RUNTIME_DIR: home,
    PULSE_SERVER: `unix:${socket}`,
    PULSE_LATENCY_MSEC: '300',
  };
  const server = spawn(
    'pulseaudio',
    [
      '-n',
      '--daemonize=no',
      '--exit-idle-time=-1',
      '--use-pid-file=no',
      '--disable-shm=yes',
      `--load=module-native-protocol-unix socket=${socket} auth-anonymous=1`,
    ],
    { env, stdio: 'ignore' },
  );
  close.add(() => stop(server));
  for (let tries = 0; tries < 1_200 && !existsSync(socket); tries += 1) await pause(50);
  return sinksOf(env, usual, close);
}

/** What can be plugged into a server that speaks PulseAudio's protocol. */
export function sinksOf(env: NodeJS.ProcessEnv, usual: string, close: Closer): SoundServer {
  const control = (...words: string[]): string => {
    const done = spawnSync('pactl', words, { env, encoding: 'utf8' });
    if (done.status !== 0) throw new Error(`pactl ${words.join(' ')}: ${done.stderr}`);
    return done.stdout.trim();
  };
  return {
    env,
    plug: async (name, channels = 1) => {
      const form = [`rate=${RATE}`, `channels=${channels}`, 'format=float32le'];
      const properties = `sink_properties=device.description=${name}`;
      const module = control('load-module', 'module-null-sink', `sink_name=${name}`, properties, ...form);
      if (name === usual) control('set-default-sink', name);
      const recorder = record(env, name, channels);
      close.add(() => stop(recorder.process));
      await recorder.begun;
      return { name, ...recorder, unplug: () => void control('unload-module', module) };
    },
  };
}

function record(env: NodeJS.ProcessEnv, sink: string, channels: number) {
  const parts: Buffer[] = [];
  const frame = 4 * channels;
  const process = spawn(
    'parec',
    [
      '-d',
      `${sink}.monitor`,
      '--format=float32le',
      `--rate=${RATE}`,
      `--channels=${channels}`,
      '--raw',
      '--latency-msec=20',
    ],
    { env, stdio: ['ignore', 'pipe', 'ignore'] },
  );
  let bytes = 0;
  process.stdout.on('data', (part: Buffer) => {
    parts.push(part);
    bytes += part.length;
  });
  return {
    process,
    begun: once(process.stdout, 'data'),
    recordedMs: () => (bytes / frame / RATE) * 1000,
    heard: (fromMs: number, toMs: number) => {
      const all = Buffer.concat(parts);
      const at = (ms: number): number =>
        Math.min(Math.floor((ms / 1000) * RATE), Math.floor(all.length / frame)) * frame;
      const cut = all.subarray(at(fromMs), at(toMs));
      return new Float32Array(cut.buffer.slice(cut.byteOffset, cut.byteOffset + cut.length));
    },
  };
}
