import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { soundMoves } from '../../electron/music/moves.ts';
import { startPipeWire } from './pipewire-server.ts';
import { closer, startKeptSoundServer, startSoundServer } from './sound-server.ts';

/** What the app tells of the sound server that runs, against what was heard with each: output, output-moved, pipewire. */

const run = promisify(execFile);

it.each([
  ['PulseAudio as it comes', startSoundServer, 'briefly'],
  ['PulseAudio as it is to be set up', startKeptSoundServer, 'no'],
  ['PipeWire', startPipeWire, 'no'],
] as const)('%s', async (_name, start, expected) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'stillroom-moves-'));
  const close = closer();
  close.add(() => rmSync(folder, { recursive: true, force: true }));
  try {
    const { env } = await start(folder, 'usual', close);
    const ask = async (program: string, args: readonly string[]) => (await run(program, args, { env })).stdout;
    expect(await soundMoves('linux', ask)).toBe(expected);
  } finally {
    await close.all();
  }
});
