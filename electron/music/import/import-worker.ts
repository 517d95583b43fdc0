import { closeSync, openSync, writeSync } from 'node:fs';
import { parentPort } from 'node:worker_threads';
import { BytesOf } from './bytes.ts';
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
  if (order.name === 'take') return take(order.args.source, order.args.incoming);
  return writePiece(order.args);
}

function writePiece({ copy, to, piece }: Orders['piece']['args']): boolean {
  const from = new BytesOf(copy);
  try {
    const file = openSync(to, 'w', 0o600);
    try {
      writeSync(file, piece.before);
      const bytes = from.read(piece.start, piece.end - piece.start);
      for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at);
    } finally {
      closeSync(file);
    }
    return true;
  } catch {
    return false;
  } finally {
    from.close();
  }
}
