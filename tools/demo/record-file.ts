import { openRecords } from '../../electron/opening.ts';
import type { RecordClient } from '../../electron/record/client.ts';
import { sessionEventSchema, sessionStream, type SessionEvent } from '../../shared/session/event.ts';
import { noKeychain } from '../../test/helpers/keychains.ts';
import { dataOf } from './ask.ts';

/** What a look at the record files says, with the app closed. */
export interface RecordSeen {
  /** The session's events as they lie on disk. */
  readonly events: readonly SessionEvent[];
  readonly verified: readonly Verified[];
}

/** One file's chain of hashes, checked from its first row to its last. */
export interface Verified {
  readonly file: string;
  readonly rows: number;
  readonly head: string;
  readonly findings: readonly string[];
}

async function verify(file: string, record: RecordClient): Promise<Verified> {
  const { findings, checkedRows, head } = dataOf(await record.job('verify', { elsewhere: [] }));
  return { file, rows: checkedRows, head: head.hash, findings: findings.map(({ code }) => code) };
}

/** Opens the files that the app left in `folder` and checks every row of both chains. */
export async function readRecordFile(folder: string, passphrase: string, sessionId: string): Promise<RecordSeen> {
  const opened = dataOf(await openRecords({ folder, keychain: noKeychain, pc: 'demo' }, passphrase));
  const { clinic, practice } = opened.records;
  try {
    const rows = dataOf(await practice.allOf(sessionStream(sessionId)));
    return {
      events: rows.map((row) => sessionEventSchema.parse(row)),
      verified: [await verify('clinic.db', clinic), await verify('practice.db', practice)],
    };
  } finally {
    await clinic.close();
    await practice.close();
  }
}
