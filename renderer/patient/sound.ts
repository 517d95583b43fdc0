import type { PlayerReport } from '../../shared/music/player-state.ts';
import { isMissed } from '../../shared/music/output.ts';
import type { Client } from '../client/client.ts';
import { audioOutputs, followOrders } from '../player/devices.ts';
import { createHowlerAudio } from '../player/howler-audio.ts';
import { createOutput } from '../player/output.ts';
import { runPlayer, type RunningPlayer } from '../player/player.ts';
import { addressOf, after, every, takeMediaKeys } from '../player/window-media.ts';
import { createListening, type Listening } from './listening.ts';

/** The session's own player in this window: the same decks and ramps, on the chosen headphones and under their cap. */
export function openSound(client: Client): Listening {
  takeMediaKeys();
  const now = (): number => performance.now();
  // They are created around each other; neither hears of anything before all are there.
  const made: { player?: RunningPlayer; listening?: Listening } = {};
  const output = createOutput({
    ...{ list: audioOutputs, now, every },
    tell: (seen) => made.listening?.setMissed(isMissed({ kind: seen.state })),
  });
  const audio = createHowlerAudio(addressOf, output, (event) => made.player?.heard(event));
  const send = (report: PlayerReport): void => made.listening?.hear(report);
  const player = runPlayer({ audio, now, every, send });
  made.player = player;
  made.listening = createListening({ desire: player.desire, now, after });
  followOrders(client, output);
  return made.listening;
}
