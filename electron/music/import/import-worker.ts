import { parentPort } from 'node:worker_threads';
import { take } from './take.ts';
import { filesIn } from './walk.ts';
import type { Order, Orders } from './worker-messages.ts';

/** Reads, copies and hashes files for the import, so that main waits for no disk. */
const port = parentPort;
if (port === null) throw new Error('The import runs in a worker only');

port.on('message', (order: Order) => {
  void answer(order).then((data) => port.postMessage(data));
});

async function answer(order: Order): Promise<Orders[keyof Orders]['answer']> {
  if (order.name === 'list') return filesIn(order.args.chosen);
  const { source, incoming, turn } = order.args;
  return take(source, incoming, turn);
}
