import * as z from 'zod/mini';
import { AUDIT_BODY_VERSION, auditBodySchema } from '../../../shared/people/audit-events.ts';
import { COURSE_BODY_VERSION, courseBodySchema } from '../../../shared/people/course-events.ts';
import { ERASURE_BODY_VERSION, erasureBodySchema } from '../../../shared/people/erasure-events.ts';
import { PATIENT_BODY_VERSION, patientBodySchema } from '../../../shared/people/patient-events.ts';
import { RETENTION_BODY_VERSION, retentionBodySchema } from '../../../shared/people/retention.ts';
import { PROTOCOL_BODY_VERSION, protocolBodySchema } from '../../../shared/protocol/versions.ts';
import { STAFF_BODY_VERSION, staffBodySchema } from '../../../shared/people/staff-events.ts';
import { sessionBodySchema } from '../../../shared/session/event-bodies.ts';
import { SESSION_BODY_VERSION } from '../../../shared/session/event.ts';
import { authorOf } from '../event-rows.ts';
import type { EventLine } from './format.ts';

/** What stands before the id in a stream's name, with the newest version of its bodies and their form. */
const known: Readonly<Record<string, { readonly version: number; readonly schema: z.ZodMiniType }>> = {
  session: { version: SESSION_BODY_VERSION, schema: sessionBodySchema },
  patient: { version: PATIENT_BODY_VERSION, schema: patientBodySchema },
  course: { version: COURSE_BODY_VERSION, schema: courseBodySchema },
  staff: { version: STAFF_BODY_VERSION, schema: staffBodySchema },
  erasure: { version: ERASURE_BODY_VERSION, schema: erasureBodySchema },
  retention: { version: RETENTION_BODY_VERSION, schema: retentionBodySchema },
  protocol: { version: PROTOCOL_BODY_VERSION, schema: protocolBodySchema },
  audit: { version: AUDIT_BODY_VERSION, schema: auditBodySchema },
};

const anyBody = z.record(z.string(), z.unknown());

/** Whether an event was written by a program that knows more than this one. */
export function isNewer({ stream, version }: Pick<EventLine, 'stream' | 'version'>): boolean {
  return version > (kindOf(stream)?.version ?? 1);
}

/** Whether this program can read what an event says. A kind of stream that it does not know needs only to be JSON. */
export function isReadable({ stream, author, body }: Pick<EventLine, 'stream' | 'author' | 'body'>): boolean {
  try {
    authorOf(author);
    const value: unknown = JSON.parse(body ?? 'null');
    return (kindOf(stream)?.schema ?? anyBody).safeParse(value).success;
  } catch {
    return false;
  }
}

function kindOf(stream: string): (typeof known)[string] | undefined {
  return known[stream.split(':')[0] ?? ''];
}
