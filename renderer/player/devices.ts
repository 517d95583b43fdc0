import type { OutputDevice } from '../../shared/music/output.ts';
import type { Client } from '../client/client.ts';
import type { Output } from './output.ts';

const LONGEST_LABEL = 200;
/** Asked again after this long where main did not say where to play, ms. */
const ASK_AGAIN_MS = 1_000;

/** The outputs that the browser lists, with their labels, which it tells where the app allows it. */
export async function audioOutputs(): Promise<readonly OutputDevice[]> {
  const devices = await navigator.mediaDevices.enumerateDevices();
  return devices
    .filter(({ kind }) => kind === 'audiooutput')
    .map(({ deviceId, label }) => ({ deviceId, label: label.slice(0, LONGEST_LABEL) }));
}

/** Leads a window's output by what main orders, now and later, and by what the browser tells of its devices. */
export function followOrders(client: Client, output: Pick<Output, 'follow' | 'look'>): void {
  let told = false;
  client.onPush('output', (order) => {
    told = true;
    output.follow(order);
  });
  navigator.mediaDevices.addEventListener('devicechange', output.look);
  const ask = async (): Promise<void> => {
    const answer = await client.request('output.read', {});
    if (told) return;
    if (answer.ok) output.follow(answer.data);
    else setTimeout(() => void ask(), ASK_AGAIN_MS);
  };
  void ask();
}
