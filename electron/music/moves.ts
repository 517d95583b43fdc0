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
export async function soundMoves(system: SoundSystem = here): Promise<SoundMoves> {
  return (await look(system)).moves;
}

/**
 * Puts `rescue-streams = no` into the user's own settings of PulseAudio, which is all that it needs. What stands there stays;
 * where the user has none, they begin as a copy of the system's, which PulseAudio reads no more beside them. `output.notKept`
 * where they cannot be read or written, or say something else afterwards.
 */
export async function keepSound(system: SoundSystem = here): Promise<Answer<{ readonly moves: SoundMoves }>> {
  const before = await look(system);
  if (before.moves !== 'briefly') return success({ moves: before.moves });
  const file = path.join(system.folder, 'daemon.conf');
  try {
    const old = (await textOf(file)) ?? (await textOf(before.readFrom)) ?? '';
    const parts = [
      old,
      old === '' || old.endsWith('\n') ? '' : '\n',
      WRITTEN,
      before.cookie,
      '\nrescue-streams = no\n',
    ];
    await mkdir(system.folder, { recursive: true, mode: 0o700 });
    await writeWhole(file, (handle) => writeParts(handle, parts));
  } catch {
    return failure('unsaved', 'output.notKept');
  }
  const moves = await soundMoves(system);
  return moves === 'briefly' ? failure('unsaved', 'output.notKept') : success({ moves });
}

interface Found {
  readonly moves: SoundMoves;
  /** A word that is another for each start of a sound server. */
  readonly cookie: string;
  /** The file that its settings were read from; empty where there is none. */
  readonly readFrom: string;
}

async function look({ platform, ask }: SoundSystem): Promise<Found> {
  const info = platform === 'linux' ? ((await ask('pactl', ['info'])) ?? '') : '';
  const server = /^Server Name: (.*)$/m.exec(info)?.[1];
  const cookie = /^Cookie: (\S+)$/m.exec(info)?.[1] ?? '';
  if (server === undefined) return { moves: 'unknown', cookie, readFrom: '' };
  if (server.includes('PipeWire')) return { moves: 'no', cookie, readFrom: '' };
  const settings = (await ask('pulseaudio', ['--dump-conf'])) ?? '';
  const rescues = /^rescue-streams = (yes|no)$/m.exec(settings)?.[1];
  const readFrom = READ_FROM.exec(settings)?.[1] ?? '';
  if (rescues !== 'no') return { moves: rescues === 'yes' ? 'briefly' : 'unknown', cookie, readFrom };
  const text = await textOf(readFrom).catch(() => null);
  const waits = text?.includes(`${WRITTEN}${cookie}\n`) ?? false;
  return { moves: waits ? 'untilStart' : 'no', cookie, readFrom };
}

/** What a file says; null where there is none. Throws where there is one that cannot be read. */
async function textOf(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}
