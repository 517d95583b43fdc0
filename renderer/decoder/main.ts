import { createClient } from '../client/client.ts';
import { windowBridge } from '../client/window-bridge.ts';
import { createDecoding } from './decode.ts';

const client = createClient(windowBridge());
const decode = createDecoding(
  (file) => new URL(`media/${file.split('/').map(encodeURIComponent).join('/')}`, document.baseURI).href,
);
client.onPush('decode', (piece) => void decode(piece).then((done) => client.request('decoder.done', done)));
void client.request('decoder.ready', {});
