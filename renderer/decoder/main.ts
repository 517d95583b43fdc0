import { createClient } from '../client/client.ts';
import { windowBridge } from '../client/window-bridge.ts';
import { decode } from './decode.ts';

const client = createClient(windowBridge());
client.onPush('decode', (order) => {
  const path = order.file.split('/').map(encodeURIComponent).join('/');
  const address = new URL(`media/${path}`, document.baseURI).href;
  const told = (ms: number): void => void client.request('decoder.going', { token: order.token, ms });
  void decode(order, address, told).then((done) => client.request('decoder.done', done));
});
void client.request('decoder.ready', {});
