import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { keepSound, soundMoves, type SoundSystem } from '../../electron/music/moves.ts';
import { success } from '../../shared/ipc/answer.ts';
import { startPipeWire } from './pipewire-server.ts';
import { closer, startKeptSoundServer, startSoundServer } from './sound-server.ts';

/** What the app tells of the sound server that runs, against what was heard with each: output, output-moved, pipewire. */

const run = promisify(execFile);

/** The sound server that runs with these settings, as the app asks it. */
async function withServer(
  start: typeof startSoundServer,
  folder: string,
  look: (system: SoundSystem) => Promise<void>,
): Promise<void> {
  const close = closer();
  try {
    const { env } = await start(folder, 'usual', close);
    const ask = async (program: string, args: readonly string[]) => (await run(program, args, { env })).stdout;
    await look({ platform: 'linux', ask, folder: path.join(folder, 'home', '.config', 'pulse') });
  } finally {
    await close.all();
  }
}

let folder: string;
beforeEach(() => void (folder = mkdtempSync(path.join(tmpdir(), 'stillroom-moves-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it.each([
  ['PulseAudio as it comes', startSoundServer, 'briefly'],
  ['PulseAudio as it is to be set up', startKeptSoundServer, 'no'],
  ['PipeWire', startPipeWire, 'no'],
] as const)('%s', async (_name, start, expected) => {
  await withServer(start, folder, async (system) => expect(await soundMoves(system)).toBe(expected));
});

it('PulseAudio set up by the app, from its next start on', async () => {
  await withServer(startSoundServer, folder, async (system) => {
    expect(await keepSound(system)).toEqual(success({ moves: 'untilStart' }));
    expect(await soundMoves(system)).toBe('untilStart');
  });
  await withServer(startSoundServer, folder, async (system) => expect(await soundMoves(system)).toBe('no'));
});
