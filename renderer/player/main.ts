import { createClient } from '../client/client.ts';
import { windowBridge } from '../client/window-bridge.ts';
import { audioOutputs, followOrders } from './devices.ts';
import { createHowlerAudio } from './howler-audio.ts';
import { createOutput } from './output.ts';
import { runPlayer, type RunningPlayer } from './player.ts';

/** Keys of a keyboard or headset that would stop the music behind the nurse's back do nothing. */
function ignoreMediaKeys(): void {
  for (const action of [
    'play',
    'pause',
    'stop',
    'seekbackward',
    'seekforward',
    'previoustrack',
    'nexttrack',
  ] as const) {
    navigator.mediaSession.setActionHandler(action, () => undefined);
  }
}

function addressOf(file: string): string {
  return new URL(`media/${file.split('/').map(encodeURIComponent).join('/')}`, document.baseURI).href;
}

ignoreMediaKeys();
const client = createClient(windowBridge());
const now = (): number => performance.now();
const every = (ms: number, call: () => void): (() => void) => {
  const timer = setInterval(call, ms);
  return () => clearInterval(timer);
};
const output = createOutput({
  ...{ list: audioOutputs, now, every },
  tell: (seen) => void client.request('output.seen', seen),
});
let player: RunningPlayer | null = null;
const audio = createHowlerAudio(addressOf, output, (event) => player?.heard(event));
player = runPlayer({ audio, now, every, send: (report) => void client.request('player.report', report) });
client.onPush('music', player.desire);
followOrders(client, output);
void client.request('hello', {});
