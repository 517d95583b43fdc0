/**
 * Writes to a record through its real client and worker until it is killed, and says each thing before it is begun and
 * after it is answered: `node writer.js ORDERS-AS-JSON`.
 */
import { writeSync } from 'node:fs';
import * as z from 'zod/mini';
import { openRecord, type RecordClient } from '../../../electron/record/client.ts';
import type { Answer } from '../../../shared/ipc/answer.ts';
import { clockAt } from '../../helpers/temp-record.ts';
import { ordersSchema } from './orders.ts';
import { stepsOf, type Step } from './plan.ts';

const orders = ordersSchema.parse(JSON.parse(z.string().parse(process.argv[2])));
const STDOUT = 1;

/** Said at once and unbuffered: what was said before the end is heard after it. Waits for a listener that lags behind. */
function say(line: string): void {
  for (;;) {
    try {
      writeSync(STDOUT, `${line}\n`);
      return;
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EAGAIN')) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1);
    }
  }
}

async function open(mayCreate: boolean): Promise<RecordClient> {
  say('opening');
  const opened = await openRecord({
    file: orders.file,
    dataKey: Buffer.from(orders.dataKey, 'hex'),
    chainKey: Buffer.from(orders.chainKey, 'hex'),
    pc: orders.pc,
    kind: 'clinic',
    mayCreate,
  });
  if ('ok' in opened) throw new Error(opened.code);
  say('open');
  return opened;
}

function ask(record: RecordClient, step: Exclude<Step, { kind: 'reopen' }>): Promise<Answer<unknown>> {
  return step.kind === 'content' ? record.putContent('protocol', step.value) : record.appendAll(step.requests);
}

let record = await open(orders.mayCreate);
let flying: Promise<void>[] = [];
let index = 0;
for (const step of stepsOf(orders.seed, orders.round)) {
  if (step.kind === 'reopen') {
    await Promise.all(flying);
    say('closing');
    const closed = await record.close();
    if (!closed.ok) throw new Error(closed.code);
    record = await open(false);
  } else {
    const own = index;
    say(`ask ${own}`);
    void record.heartbeat(orders.round, clockAt(own));
    flying.push(
      ask(record, step).then((answer) => {
        if (!answer.ok) throw new Error(answer.code);
        say(`ack ${own} ${answer.seq}`);
      }),
    );
    if (flying.length >= orders.atOnce) {
      await Promise.all(flying);
      flying = [];
    }
  }
  index += 1;
}
