import { failure, success, type Answer } from '../../../shared/ipc/answer.ts';
import { headOf } from '../append.ts';
import type { Head, OpenOptions } from '../client-types.ts';
import { openConnection } from '../connection.ts';
import { openForReading } from '../reading.ts';
import { SCHEMA_VERSION } from '../schema.ts';
import { fileRowOf } from '../store.ts';
import { verifyAll, verifyTail } from '../verify.ts';

/** Up to so many rows the whole chain of a copy is always checked, about 4 s. */
const WHOLE_ROWS = 200_000;
/** The tail that is checked of a longer chain where nobody asks for all of it, rows. */
const TAIL_ROWS = 20_000;

/** What a good copy is. */
export interface Checked {
  readonly head: Head;
  readonly fileId: string;
  readonly schema: number;
  readonly checkedRows: number;
  readonly checkedWhole: boolean;
}

/** Moves what the copied log holds into the copy, so that it is one file, and notes its clean end. */
export function settleCopy(file: string, dataKey: Uint8Array): void {
  const database = openConnection(file, dataKey, 'write');
  try {
    database.prepare('UPDATE file SET open = 0, clean_seq = (SELECT coalesce(max(seq), 0) FROM events)').run();
    database.pragma('wal_checkpoint(TRUNCATE)');
  } finally {
    database.close();
  }
}

/**
 * Opens a copy as any program with the keys would and checks it: every page under its signature, and the chain. `whole`: all
 * of the chain and every index against its table, however long that takes. `backup.bad` names what does not fit.
 */
export async function checkCopy(options: OpenOptions, whole: boolean, goOn: () => boolean): Promise<Answer<Checked>> {
  const reading = openForReading(options);
  if ('ok' in reading) return bad(reading.code);
  try {
    const { seq } = headOf(reading.reader, reading.chainStart);
    const all = whole || seq <= WHOLE_ROWS;
    const pages = reading.reader.pragma(all ? 'integrity_check(1)' : 'quick_check(1)', { simple: true });
    if (pages !== 'ok') return bad('pages');
    const report = await (all ? verifyAll(reading, goOn) : verifyTail(reading, TAIL_ROWS, goOn));
    if (report === null) return failure('refused', 'job.stopped');
    const finding = report.findings[0];
    if (finding !== undefined) return bad(finding.code);
    return success({
      head: report.head,
      fileId: Buffer.from(fileRowOf(reading.reader).file_id).toString('hex'),
      schema: SCHEMA_VERSION,
      checkedRows: report.checkedRows,
      checkedWhole: all,
    });
  } finally {
    reading.reader.close();
  }
}

function bad(what: string): Answer<never> {
  return failure('broken', 'backup.bad', { what });
}
