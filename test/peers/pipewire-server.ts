import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { soundStays } from '../../electron/windows/sound-stays.ts';
import { pause, sinksOf, type Closer, type SoundServer } from './sound-server.ts';

/** PipeWire with its own answer to PulseAudio's protocol, as on most Linux desktops of today; without any card. */
export async function startPipeWire(folder: string, usual: string, close: Closer): Promise<SoundServer> {
  const home = path.join(folder, 'home');
  mkdirSync(home, { mode: 0o700 });
  const env = { ...process.env, HOME: home, XDG_RUNTIME_DIR: home };
  const start = (program: string, ...words: readonly string[]): void => {
    // A group of its own: what it starts itself ends with it.
    const server = spawn(program, words, { env, stdio: 'ignore', detached: true });
    const ended = once(server, 'exit');
    close.add(async () => {
      if (server.pid !== undefined && server.exitCode === null) process.kill(-server.pid, 'SIGTERM');
      await ended;
    });
  };
  start('pipewire');
  await isThere(path.join(home, 'pipewire-0'));
  // The session manager wants a bus of its own; with that it ends.
  start('dbus-run-session', '--', 'wireplumber');
  start('pipewire-pulse');
  const socket = path.join(home, 'pulse', 'native');
  await isThere(socket);
  const client: NodeJS.ProcessEnv = { ...env, PULSE_SERVER: `unix:${socket}`, PULSE_LATENCY_MSEC: '300' };
  soundStays(client, 'linux');
  await isManaged((...words) => spawnSync('pactl', words, { env: client, encoding: 'utf8' }));
  return sinksOf(client, usual, close);
}

/** Until the session manager stands, it is "not supported" to say where sound goes: tried with an output of its own. */
async function isManaged(control: (...words: string[]) => { status: number | null; stdout: string }): Promise<void> {
  const module = control('load-module', 'module-null-sink', 'sink_name=first').stdout.trim();
  await until(() => control('set-default-sink', 'first').status === 0);
  control('unload-module', module);
}

/** Waits up to a minute; what needs it says itself that it is not there. */
async function until(stands: () => boolean): Promise<void> {
  for (let tries = 0; tries < 1_200 && !stands(); tries += 1) await pause(50);
}

const isThere = async (file: string): Promise<void> => until(() => existsSync(file));
