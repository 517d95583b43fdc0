import { createClient } from '../client/client.ts';
import { windowBridge } from '../client/window-bridge.ts';
import { audioOutputs, followOrders } from './devices.ts';
import { createHowlerAudio } from './howler-audio.ts';
import { createOutput } from './output.ts';
import { createProbe } from './probe.ts';
import { runPlayer, type RunningPlayer } from './player.ts';
import { addressOf, every, ignoreMediaKeys } from './window-media.ts';

ignoreMediaKeys();
const client = createClient(windowBridge());
const now = (): number => performance.now();
const output = createOutput({
  ...{ list: audioOutputs, now, every },
  tell: (seen) => void client.request('output.seen', seen),
});
let player: RunningPlayer | null = null;
const audio = createHowlerAudio(addressOf, output, (event) => player?.heard(event));
player = runPlayer({ audio, now, every, send: (report) => void client.request('player.report', report) });
const probe = createProbe(output);
client.onPush('probe', probe.play);
const { desire } = player;
client.onPush('music', (desired) => {
  if (desired.decks.length > 0) probe.stop();
  desire(desired);
});
followOrders(client, output);
void client.request('hello', {});
