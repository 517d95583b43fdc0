import type { SoundMoves } from '../../shared/ipc/output.ts';
import { printed, type Printed } from './printed.ts';

/**
 * What the system does with sound whose output is pulled out, before anybody can be told. PipeWire ends it as the app asks;
 * PulseAudio by itself moves it to another output unless its settings say `rescue-streams = no` (docs/sound.md). Never rejects.
 */
export async function soundMoves(
  platform: NodeJS.Platform = process.platform,
  ask: Printed = printed,
): Promise<SoundMoves> {
  if (platform !== 'linux') return 'unknown';
  const server = /^Server Name: (.*)$/m.exec((await ask('pactl', ['info'])) ?? '')?.[1];
  if (server?.includes('PipeWire') === true) return 'no';
  if (server === undefined) return 'unknown';
  const rescues = /^rescue-streams = (yes|no)$/m.exec((await ask('pulseaudio', ['--dump-conf'])) ?? '')?.[1];
  if (rescues === undefined) return 'unknown';
  return rescues === 'no' ? 'no' : 'briefly';
}
