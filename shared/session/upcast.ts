import { COURSE_BODY_VERSION } from '../people/course-events.ts';
import { AUDIT_BODY_VERSION } from '../people/audit-events.ts';
import { ERASURE_BODY_VERSION } from '../people/erasure-events.ts';
import { PATIENT_BODY_VERSION } from '../people/patient-events.ts';
import { RETENTION_BODY_VERSION } from '../people/retention.ts';
import { STAFF_BODY_VERSION } from '../people/staff-events.ts';
import { SESSION_BODY_VERSION } from './event.ts';

/** Turns a body of one version into the next one's form. Pure, kept for ever, each with a fixture. */
export type Upcaster = (body: unknown) => unknown;

/** What a program knows of one kind of stream: the version it writes, and a way up from every older one. */
export interface StreamForm {
  readonly version: number;
  /** `upcasters[n - 1]` leads from version n to n + 1. */
  readonly upcasters: readonly Upcaster[];
}

/** The streams of this program, by the part of their name before the colon. */
export const streamForms: Readonly<Record<string, StreamForm>> = {
  session: { version: SESSION_BODY_VERSION, upcasters: [] },
  patient: { version: PATIENT_BODY_VERSION, upcasters: [] },
  course: { version: COURSE_BODY_VERSION, upcasters: [] },
  staff: { version: STAFF_BODY_VERSION, upcasters: [] },
  audit: { version: AUDIT_BODY_VERSION, upcasters: [] },
  retention: { version: RETENTION_BODY_VERSION, upcasters: [] },
  erasure: { version: ERASURE_BODY_VERSION, upcasters: [] },
};

/** A body in today's form, or that a newer program wrote it: that one is refused, never guessed at. */
export type Upcast = { readonly ok: true; readonly body: unknown } | { readonly ok: false; readonly known: number };

/**
 * Brings a stored body to the form that this program reads. Bodies of streams that the table does not name are given as
 * they are: nothing of this program reads them.
 */
export function upcast(
  stream: string,
  version: number,
  body: unknown,
  forms: Readonly<Record<string, StreamForm>> = streamForms,
): Upcast {
  const form = formOf(stream, forms);
  if (form === undefined || version === form.version) return { ok: true, body };
  if (version > form.version) return { ok: false, known: form.version };
  return { ok: true, body: form.upcasters.slice(version - 1).reduce((old, up) => up(old), body) };
}

/** Whether a body of this version is read as it is. */
export function isCurrent(stream: string, version: number): boolean {
  const form = formOf(stream, streamForms);
  return form === undefined || form.version === version;
}

function formOf(stream: string, forms: Readonly<Record<string, StreamForm>>): StreamForm | undefined {
  const colon = stream.indexOf(':');
  return forms[colon < 0 ? stream : stream.slice(0, colon)];
}
