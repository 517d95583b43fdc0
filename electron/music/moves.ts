import { mkdir, readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';
import { failure, success, type Answer } from '../../shared/ipc/answer.ts';
import type { SoundMoves } from '../../shared/ipc/output.ts';
import { writeParts, writeWhole } from '../record/whole-file.ts';
import { printed, type Printed } from './printed.ts';

/** Stands before our line: which server ran when it was written, since a server reads its settings when it starts. */
const WRITTEN = '# Written by Stillroom; in force once this server has ended: ';
/** The settings that `pulseaudio --dump-conf` was read from. */
const READ_FROM = /^### Read from configuration file: (.+) ###$/m;

/** The computer, as this needs it. */
export interface SoundSystem {
  readonly platform: NodeJS.Platform;
  readonly ask: Printed;
  /** Where the user's own settings of PulseAudio lie. */
  readonly folder: string;
}

const here: SoundSystem = {
  platform: process.platform,
  ask: printed,
  folder: path.join(process.env['XDG_CONFIG_HOME'] ?? path.join(homedir(), '.config'), 'pulse'),
};

/**
 * What the system does with sound whose output is pulled out, before anybody can be told. PipeWire ends it as the app asks;
 * PulseAudio by itself moves it to another output unless its settings say `rescue-streams = no` (docs/sound.md). Never rejects.
 */
export async function soundMoves({ platform, ask }: SoundSystem = here): Promise<SoundMoves> {
  if (platform !== 'linux') return 'unknown';
  const info = (await ask('pactl', ['info'])) ?? '';
  const server = /^Server Name: (.*)$/m.exec(info)?.[1];
  if (server?.includes('PipeWire') === true) return 'no';
  if (server === undefined) return 'unknown';
  const settings = (await ask('pulseaudio', ['--dump-conf'])) ?? '';
  const rescues = /^rescue-streams = (yes|no)$/m.exec(settings)?.[1];
  if (rescues === undefined) return 'unknown';
  if (rescues === 'yes') return 'briefly';
  const written = await textOf(READ_FROM.exec(settings)?.[1]);
  return written.includes(`${WRITTEN}${serverOf(info)}\n`) ? 'untilStart' : 'no';
}

/**
 * Puts `rescue-streams = no` into the user's own settings of PulseAudio, which is all that it needs. What stands there stays;
 * where the user has none, they begin as a copy of the system's, which PulseAudio reads no more beside them. `output.notKept`
 * where they cannot be written or say something else afterwards.
 */
export async function keepSound(system: SoundSystem = here): Promise<Answer<{ readonly moves: SoundMoves }>> {
  const before = await soundMoves(system);
  if (before !== 'briefly') return success({ moves: before });
  const info = (await system.ask('pactl', ['info'])) ?? '';
  const old = await textOf(READ_FROM.exec((await system.ask('pulseaudio', ['--dump-conf'])) ?? '')?.[1]);
  const parts = [old, old === '' || old.endsWith('\n') ? '' : '\n', WRITTEN, serverOf(info), '\nrescue-streams = no\n'];
  try {
    await mkdir(system.folder, { recursive: true, mode: 0o700 });
    await writeWhole(path.join(system.folder, 'daemon.conf'), (handle) => writeParts(handle, parts));
  } catch {
    return failure('unsaved', 'output.notKept');
  }
  const moves = await soundMoves(system);
  return moves === 'briefly' ? failure('unsaved', 'output.notKept') : success({ moves });
}

/** A word that is another for each start of a sound server. */
function serverOf(info: string): string {
  return /^Cookie: (\S+)$/m.exec(info)?.[1] ?? 'unknown';
}

/** What a file says; nothing where there is none. */
async function textOf(file: string | undefined): Promise<string> {
  return file === undefined ? '' : readFile(file, 'utf8').catch(() => '');
}
