import { createClient } from '../client/client.ts';
import { windowBridge } from '../client/window-bridge.ts';
import { decode } from './decode.ts';
import { openMeter } from './meter.ts';

const client = createClient(windowBridge());
const meter = openMeter();
client.onPush('decode', (order) => {
  const addressOf = (file: string): string => new URL(`media/${encodeURIComponent(file)}`, document.baseURI).href;
  const addresses = { file: addressOf(order.file), cover: order.cover === null ? null : addressOf(order.cover) };
  const told = (ms: number): void => void client.request('decoder.going', { token: order.token, ms });
  void decode(order, addresses, meter, told).then((done) => client.request('decoder.done', done));
});
void client.request('decoder.ready', {});
