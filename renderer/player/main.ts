import { createClient } from '../client/client.ts';
import { windowBridge } from '../client/window-bridge.ts';
import { audioOutputs, followOrders } from './devices.ts';
import { createHeadsetPause } from './headset-pause.ts';
import { createHowlerAudio } from './howler-audio.ts';
import { createOutput, type Output } from './output.ts';
import { createProbe } from './probe.ts';
import { runPlayer, type RunningPlayer } from './player.ts';
import { addressOf, after, every, takeMediaKeys } from './window-media.ts';

const client = createClient(windowBridge());
const now = (): number => performance.now();
const pause = createHeadsetPause({ list: audioOutputs, output: (): Output => output, now, after });
takeMediaKeys(pause.key);
const output = createOutput({
  ...{ list: pause.list, now, every, paused: pause.isAway },
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
followOrders(client, { follow: pause.follow, look: output.look });
void client.request('hello', {});
