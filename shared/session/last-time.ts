import * as z from 'zod/mini';
import { noneKinds } from '../intake/choice.ts';
import { noneWished } from '../intake/wish.ts';
import { leavingWays, stopReasons } from './event-bodies.ts';
import { markKinds, severities } from './care-bodies.ts';
import { nextDecisions } from './sign-bodies.ts';
import type { Session } from './state.ts';

/** What whoever prepares an infusion has to know of the one before: figures and words of the staff, no events. */
export const lastTimeSchema = z.object({
  startedAt: z.number(),
  infusionNumber: z.nullable(z.int()),
  /** What ran in, mg; null where it was not recorded. */
  mgGiven: z.nullable(z.number()),
  drug: z.nullable(z.string()),
  early: z.nullable(z.enum(stopReasons)),
  /** The highest systolic since the start, and how long after it, ms. */
  highest: z.nullable(z.object({ systolic: z.number(), diastolic: z.nullable(z.number()), afterMs: z.number() })),
  /** Nausea and vomiting, as graded; empty: none was marked. */
  nausea: z.array(
    z.object({ kind: z.enum(markKinds), severity: z.nullable(z.enum(severities)), settled: z.boolean() }),
  ),
  /** Medicines given, in order; whether they helped is what `settled` says. */
  given: z.array(z.object({ drug: z.string(), dose: z.string() })),
  music: z.nullable(z.string()),
  /** What they had in its place in the end. */
  none: z.nullable(z.enum(noneKinds)),
  /** What they asked for, as staff noted it. */
  wishes: z.nullable(z.string()),
  left: z.nullable(z.object({ how: z.enum(leavingWays), note: z.nullable(z.string()) })),
});
export type LastTime = z.infer<typeof lastTimeSchema>;

/** What whoever signed the session before said about this one; `signed` false: nobody has signed it yet. */
export const nextNoteBeforeSchema = z.discriminatedUnion('signed', [
  z.object({ signed: z.literal(false), sessionId: z.string() }),
  z.object({
    signed: z.literal(true),
    sessionId: z.string(),
    staffId: z.string(),
    at: z.number(),
    /** `none`: no infusion was to follow. */
    decision: z.enum([...nextDecisions, 'none']),
    words: z.nullable(z.string()),
  }),
]);
export type NextNoteBefore = z.infer<typeof nextNoteBeforeSchema>;

/** The note that a session leaves for the next one of its course; null for one that is not over. */
export function nextNoteOf({ phase, sessionId, signature }: Session): NextNoteBefore | null {
  if (phase !== 'finished' && phase !== 'notGiven') return null;
  if (signature === null) return { signed: false, sessionId };
  const { staffId, at, next } = signature;
  return { signed: true, sessionId, staffId, at, decision: next?.decision ?? 'none', words: next?.words ?? null };
}

function highestOf(session: Session): LastTime['highest'] {
  const { started } = session;
  if (started === null) return null;
  const found = session.readings.flatMap(({ parts, withdrawn, lifeMs, readingId }) =>
    parts === null || parts.systolic === null || withdrawn !== null || readingId === session.baselineId
      ? []
      : [{ systolic: parts.systolic, diastolic: parts.diastolic, afterMs: lifeMs - started.lifeMs }],
  );
  return found.filter(({ afterMs }) => afterMs >= 0).toSorted((a, b) => b.systolic - a.systolic)[0] ?? null;
}

/** A session as the next one looks back on it; null for one whose infusion never began. */
export function lastTimeOf(session: Session): LastTime | null {
  const { started, stopped, order, dose, finished } = session;
  if (started === null) return null;
  const sick = session.marks.filter(({ kind, takenBack }) => !takenBack && (kind === 'nausea' || kind === 'vomiting'));
  return {
    startedAt: started.at,
    infusionNumber: session.created.infusionNumber,
    mgGiven: dose?.mgGiven ?? null,
    drug: order?.order.drug ?? null,
    early: stopped?.early === true ? stopped.reason : null,
    highest: highestOf(session),
    nausea: sick.map(({ kind, severity, settled }) => ({ kind, severity, settled })),
    given: session.medications.map(({ drug, dose: amount }) => ({ drug, dose: amount })),
    music: session.musicTitle,
    none: noneWished(session.intake.choice),
    wishes: session.wishes,
    left: finished === null ? null : { how: finished.how, note: finished.note },
  };
}
