/** Appends without end and says so after each acknowledgement, until it is killed: `node kill-child.ts OPTIONS-AS-JSON ROUND`. */
import { openRecord, type OpenOptions } from '../../../electron/record/client.ts';
import { anAppend } from '../../helpers/temp-record.ts';

const given = JSON.parse(process.argv[2] ?? '') as { file: string; dataKey: string; chainKey: string; pc: string };
const round = process.argv[3] ?? '';
const options: OpenOptions = {
  file: given.file,
  dataKey: Buffer.from(given.dataKey, 'hex'),
  chainKey: Buffer.from(given.chainKey, 'hex'),
  pc: given.pc,
  kind: 'clinic',
  mayCreate: true,
};

const record = await openRecord(options);
if ('ok' in record) throw new Error(record.code);
const stream = `session:${round}`;
for (let index = 0; ; index += 1) {
  const commandId = `${round}-${index}`;
  process.stdout.write(`ask ${commandId}\n`);
  const body = { type: 'noted', text: `entry ${commandId} ${'.'.repeat((index * 97) % 3_000)}` };
  const [answer] = await Promise.all([
    record.append(anAppend(stream, index, commandId, body, index)),
    record.heartbeat(round, anAppend(stream, null, null, {}, index).recordedAt),
  ]);
  if (!answer.ok) throw new Error(answer.code);
  process.stdout.write(`ack ${commandId}\n`);
}
