import * as z from 'zod/mini';
import { erasureBodySchema, type ErasureBody } from '../../../shared/people/erasure-events.ts';
import { patientStream } from '../../../shared/people/patient-events.ts';
import { prepared } from '../connection.ts';
import type { Sqlite } from '../sqlite.ts';

/** Under which rule something was erased, and why. */
export type ErasureCause = Pick<ErasureBody, 'rule' | 'reason'>;

const rowSchema = z.object({ body: z.instanceof(Uint8Array) });

/** The cause under which a patient was erased in this record; null where they were not. */
export function erasureOfPatient(reader: Sqlite, patientId: string): ErasureCause | null {
  const sql = `SELECT b.body FROM events e JOIN erasures x ON x.seq = e.seq JOIN bodies b ON b.seq = x.erasure_seq
    WHERE e.stream = ? AND e.stream_seq = 1`;
  const row = rowSchema.safeParse(prepared(reader, sql).get(patientStream(patientId)));
  if (!row.success) return null;
  const body = erasureBodySchema.safeParse(JSON.parse(Buffer.from(row.data.body).toString('utf8')));
  return body.success ? { rule: body.data.rule, reason: body.data.reason } : null;
}
