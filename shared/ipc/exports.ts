import * as z from 'zod/mini';
import { exportKinds, fileKinds } from '../export/kinds.ts';
import { intakeLanguages } from '../intake/choice.ts';
import { id, nothing } from './fields.ts';
import { papers } from './print.ts';
import { request, room } from './request.ts';
import { sessionSearch } from './session-search.ts';

/** Sessions chosen one by one that go out at once, at most. */
export const MOST_CHOSEN = 200;

/** What of a list goes out: all that a search finds, or, with `sessionIds`, these of its record alone in this order. */
export const exportSearchSchema = z.extend(z.omit(sessionSearch.args, { before: true }), {
  sessionIds: z.optional(z.array(id).check(z.minLength(1), z.maxLength(MOST_CHOSEN))),
});

/** Which copy a patient asked for, in which language its page is, and on what paper it is laid out. */
const copySchema = z.object({ sessionId: id, copyId: id, language: z.enum(intakeLanguages), paper: z.enum(papers) });

/** Requests about sessions that are written out of the app. */
export const exportRequests = {
  /** Asks for a place and writes one session there; `name` null: the box was closed. */
  'export.session': request(
    room,
    z.object({ sessionId: id, kind: z.enum(exportKinds) }),
    z.object({ name: z.nullable(z.string()) }),
  ),
  /** Asks for a place and begins the job `export` of what the search says; `begun` false where that question was left. */
  'export.selection': request(
    room,
    z.object({ search: exportSearchSchema, kind: z.enum(fileKinds) }),
    z.object({ begun: z.boolean() }),
  ),
  /** Prints the copy that a patient asked for, by the system's own dialog. */
  'patientCopy.print': request(room, copySchema, nothing),
  /** Asks for a place and writes it there, behind this password; `name` null: the box was closed. */
  'patientCopy.save': request(
    room,
    z.extend(copySchema, { password: z.string().check(z.minLength(12), z.maxLength(100)) }),
    z.object({ name: z.nullable(z.string()) }),
  ),
} as const;
