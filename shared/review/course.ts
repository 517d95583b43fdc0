import * as z from 'zod/mini';
import { createTracker } from '../chart/tracker.ts';
import type { Protocol } from '../protocol/schema.ts';
import { adverseSeverities } from '../session/adverse-bodies.ts';
import { standingAdverse } from '../session/adverse-state.ts';
import { leavingWays } from '../session/event-bodies.ts';
import type { SessionEvent } from '../session/event.ts';
import { markKinds } from '../session/care-bodies.ts';
import { safetyAnswerSchema, sheetSchema } from '../questionnaires/sheets.ts';
import { integrationNoteSchema } from '../people/course-events.ts';
import { summaryOf } from './summary.ts';

const value = z.nullable(z.number());

/** What one infusion of a patient adds to the picture of all of them; times epoch ms, `atMs` ms from its own start. */
export const courseInfusionSchema = z.object({
  sessionId: z.string(),
  infusionNumber: z.nullable(z.int()),
  plannedInfusions: z.nullable(z.int()),
  /** Of the start; of when it was made where there was none. */
  at: z.number(),
  timeZone: z.string(),
  given: z.boolean(),
  drug: z.nullable(z.string()),
  mg: value,
  mgPerKg: value,
  /** Whether `mg` was entered as given, not only ordered. */
  doseEntered: z.boolean(),
  plannedMs: z.number(),
  ranMs: value,
  early: z.boolean(),
  pauses: z.int(),
  baseline: z.nullable(z.object({ systolic: value, diastolic: value, spo2: value, pulse: value })),
  peak: z.nullable(z.object({ systolic: value, diastolic: value, percent: value })),
  lowestSpo2: value,
  readings: z.array(z.object({ atMs: z.number(), systolic: value, diastolic: value, spo2: value, pulse: value })),
  /** The set that was chosen, by name; null where none was, or nobody knows it. */
  music: z.nullable(z.string()),
  wish: z.nullable(z.enum(['set', 'chooseForMe', 'quiet', 'ownFiles', 'ownPhone'])),
  darkest: value,
  marks: z.array(z.enum(markKinds)),
  /** Adverse events that stand, in the words of who noted them. */
  adverse: z.array(z.object({ severity: z.enum(adverseSeverities), what: z.string() })),
  medicines: z.array(z.string()),
  emergencies: z.int(),
  left: z.nullable(z.enum(leavingWays)),
  leavingScore: value,
  ownWords: z.array(z.string()),
  sheets: z.array(sheetSchema),
  safety: z.array(safetyAnswerSchema),
});
export type CourseInfusion = z.infer<typeof courseInfusionSchema>;

/** What was asked and written in one course between its sessions. */
export const betweenSchema = z.object({
  courseId: z.string(),
  sheets: z.array(sheetSchema),
  safety: z.array(safetyAnswerSchema),
  notes: z.array(integrationNoteSchema),
});
export type Between = z.infer<typeof betweenSchema>;

/**
 * One infusion as a part of its course; null where its events make no session.
 * @param musicTitle of the set that it was made with, where nothing else was chosen
 */
export function courseInfusion(
  events: readonly SessionEvent[],
  protocol: Protocol,
  musicTitle: string | null,
): CourseInfusion | null {
  const tracks = createTracker()(events);
  const { session } = tracks;
  if (session === null) return null;
  const { created, started, intake, finished } = session;
  const { infusion, dose, baseline, peak, lowestSpo2, marks, darkest } = summaryOf(
    session,
    protocol,
    tracks,
    session.life.at,
  );
  const standing = session.readings.filter(({ withdrawn }) => withdrawn === null);
  return {
    sessionId: session.sessionId,
    infusionNumber: created.infusionNumber,
    plannedInfusions: created.plannedInfusions,
    at: started?.at ?? session.createdAt,
    timeZone: created.timeZone,
    given: started !== null,
    drug: dose?.drug ?? null,
    mg: dose === null ? null : (dose.givenMg ?? dose.orderedMg),
    mgPerKg: dose === null ? null : (dose.givenMgPerKg ?? dose.orderedMgPerKg),
    doseEntered: dose !== null && dose.givenMg !== null,
    plannedMs: infusion.plannedMs,
    ranMs: infusion.ranMs,
    early: infusion.stopped?.early ?? false,
    pauses: infusion.pauses.count,
    baseline: baseline === null ? null : pick(baseline.parts),
    peak:
      peak === null
        ? null
        : {
            systolic: peak.reading.parts.systolic,
            diastolic: peak.reading.parts.diastolic,
            percent: peak.systolicPercent,
          },
    lowestSpo2: lowestSpo2?.parts.spo2 ?? null,
    readings:
      started === null
        ? []
        : standing
            .toSorted((a, b) => a.lifeMs - b.lifeMs)
            .flatMap(({ parts, lifeMs }) => {
              if (parts === null) return [];
              return [{ atMs: lifeMs - started.lifeMs, ...pick(parts) }];
            }),
    music: session.musicTitle ?? musicTitle,
    wish: intake.choice?.music?.kind ?? null,
    darkest,
    marks: marks.map(({ kind }) => kind),
    adverse: standingAdverse(session).map(({ severity, what }) => ({ severity, what })),
    medicines: session.medications.map(({ drug, dose: amount }) => `${drug} ${amount}`),
    emergencies: session.emergencies,
    left: finished?.how ?? null,
    leavingScore: session.score?.total ?? null,
    ownWords: [...session.ownWords],
    sheets: [...session.sheets],
    safety: [...session.safety],
  };
}

function pick({ systolic, diastolic, spo2, pulse }: NonNullable<CourseInfusion['baseline']>) {
  return { systolic, diastolic, spo2, pulse };
}

/** Infusions that were given before one that is here, by number, and are not on this PC; lowest first. */
export function infusionsElsewhere(infusions: readonly Pick<CourseInfusion, 'infusionNumber' | 'given'>[]): number[] {
  const here = infusions.flatMap(({ infusionNumber, given }) =>
    given && infusionNumber !== null ? [infusionNumber] : [],
  );
  const highest = Math.max(0, ...here);
  return Array.from({ length: highest }, (_none, index) => index + 1).filter((number) => !here.includes(number));
}
