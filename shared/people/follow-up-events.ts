import * as z from 'zod/mini';
import type { sheetBodies } from '../questionnaires/sheet-bodies.ts';

const id = z.string().check(z.minLength(1), z.maxLength(64));
const words = z.string().check(z.trim(), z.minLength(1), z.maxLength(2000));
const note = z.nullable(words);

/** How the night was, in the patient's words of three. */
export const sleepAnswers = ['well', 'soSo', 'badly'] as const;

/** What a clinic does for a patient after an infusion, beside the call: `next` is the next infusion, given a date. */
export const followUpKinds = ['call', 'integration', 'scores', 'next'] as const;
export type FollowUpKind = (typeof followUpKinds)[number];

/**
 * Bodies of the stream `course:<id>` about what follows an infusion; their author did it, `occurredAt` is when. `of` names what was
 * owed: a session for call, integration and next infusion, a week for scores (`week 4`).
 */
export const followUpBodies = [
  /** The day after, the patient was reached: unwell since? how did they sleep? what could they do again today? */
  z.object({
    type: z.literal('nextDayCalled'),
    sessionId: id,
    unwell: z.boolean(),
    /** What it is, where they are unwell. */
    unwellNote: note,
    sleep: z.enum(sleepAnswers),
    again: note,
  }),
  /** Nobody answered; it is tried again. */
  z.object({ type: z.literal('nextDayNotReached'), sessionId: id, note }),
  z.object({ type: z.literal('followUpDone'), kind: z.enum(followUpKinds), of: id, note }),
  /** The clinic decided that it is not to be done, and says why. */
  z.object({ type: z.literal('followUpLetGo'), kind: z.enum(followUpKinds), of: id, reason: words }),
] as const;
export const followUpBodySchema = z.discriminatedUnion('type', [...followUpBodies]);
export type FollowUpBody = z.infer<typeof followUpBodySchema>;

/** What a course knows of its follow-up: what is settled (`kind of`), and calls that reached nobody. */
export const followUpStateSchema = z.object({
  settled: z.array(z.string()),
  /** Session, epoch ms, who tried (null: nobody signed for it). */
  tries: z.array(z.tuple([z.string(), z.number(), z.nullable(z.string())])),
  /** When notes of integration were written, and when questionnaires were begun between the sessions, epoch ms. */
  noted: z.array(z.number()),
  asked: z.array(z.number()),
  /** Of the last entry about a questionnaire, epoch ms; missing where there is none. */
  sheetsAt: z.optional(z.number()),
});
export type FollowUpState = z.infer<typeof followUpStateSchema>;

export const noFollowUp: FollowUpState = { settled: [], tries: [], noted: [], asked: [] };

/** How something settled is named. */
export function settledKey(kind: FollowUpKind, of: string): string {
  return `${kind} ${of}`;
}

/**
 * A course's follow-up after one more of its events; the very same where it changes nothing. A note of integration, and a
 * questionnaire that was begun, count as well.
 */
export function followUpAfter(
  state: FollowUpState,
  body: FollowUpBody | { readonly type: string },
  at: number,
  staffId: string | null,
): FollowUpState {
  const settles = (key: string): FollowUpState =>
    state.settled.includes(key) ? state : { ...state, settled: [...state.settled, key] };
  if (!isFollowUp(body)) {
    if (body.type === 'integrationNoteKept') return { ...state, noted: [...state.noted, at] };
    if (body.type === 'questionnaireAsked') return { ...state, asked: [...state.asked, at], sheetsAt: at };
    return sheetTypes.has(body.type) ? { ...state, sheetsAt: at } : state;
  }
  switch (body.type) {
    case 'nextDayCalled':
      return settles(settledKey('call', body.sessionId));
    case 'nextDayNotReached':
      return { ...state, tries: [...state.tries, [body.sessionId, at, staffId]] };
    case 'followUpDone':
    case 'followUpLetGo':
      return settles(settledKey(body.kind, body.of));
  }
}

const sheetTypes: ReadonlySet<string> = new Set<z.infer<(typeof sheetBodies)[number]>['type']>([
  'questionnaireAnswered',
  'questionnaireEnded',
  'safetySpoken',
]);

function isFollowUp(body: { readonly type: string }): body is FollowUpBody {
  return followUpTypes.has(body.type);
}
const followUpTypes: ReadonlySet<string> = new Set<FollowUpBody['type']>([
  'nextDayCalled',
  'nextDayNotReached',
  'followUpDone',
  'followUpLetGo',
]);
