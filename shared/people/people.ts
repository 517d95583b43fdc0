import * as z from 'zod/mini';

const name = z.string().check(z.trim(), z.minLength(1), z.maxLength(120));
/** A calendar day, `YYYY-MM-DD`: a birth date is a day, not an instant. */
export const calendarDay = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));

/** What a person may do. A therapist enters no readings; the owner sets up rooms, staff and protocols. */
export const roles = ['nurse', 'clinician', 'therapist', 'owner'] as const;
export type Role = (typeof roles)[number];
/** Who may restore, erase, export or import records and change their keys. */
export const lookAfterRoles: readonly Role[] = ['owner', 'clinician'];

/** A staff member as every window may see them: never the PIN or its hash. */
export const staffSchema = z.object({ staffId: z.string(), name, role: z.enum(roles), active: z.boolean() });
export type Staff = z.infer<typeof staffSchema>;

export const patientDetailsSchema = z.object({
  name,
  birthDate: calendarDay,
  /** Free text; empty means "none known" was not yet asked. */
  allergies: z.string().check(z.maxLength(500)),
});
export type PatientDetails = z.infer<typeof patientDetailsSchema>;

export const patientSchema = z.extend(patientDetailsSchema, { patientId: z.string(), createdAt: z.number() });
export type Patient = z.infer<typeof patientSchema>;

/** The series of infusions of one patient; null where the number is open. */
export const courseSchema = z.object({
  courseId: z.string(),
  patientId: z.string(),
  plannedInfusions: z.nullable(z.int().check(z.gte(1), z.lte(60))),
  /** Infusions given so far that this installation knows of. */
  given: z.int(),
  createdAt: z.number(),
});
export type Course = z.infer<typeof courseSchema>;

/**
 * What a session is marked with in lists and counted by: a signature is missing, a red reading, an early end, an adverse event
 * that somebody recorded as one and that stands. A complaint or an emergency is none by itself: that is a person's judgement.
 */
export const sessionFlags = ['unsigned', 'red', 'early', 'adverse'] as const;
export type SessionFlag = (typeof sessionFlags)[number];

/** What went on in a session without anybody having to judge it, the gravest. */
export const unwellKinds = ['emergency', 'complaint'] as const;

/** One row of a list of sessions; everything in it is derived from events. */
export const sessionRowSchema = z.object({
  sessionId: z.string(),
  practice: z.boolean(),
  patientId: z.nullable(z.string()),
  patientName: z.nullable(z.string()),
  birthDate: z.nullable(z.string()),
  infusionNumber: z.nullable(z.int()),
  plannedInfusions: z.nullable(z.int()),
  phase: z.enum(['draft', 'preChecks', 'infusing', 'overtime', 'recovery', 'finished', 'notGiven']),
  createdAt: z.number(),
  startedAt: z.nullable(z.number()),
  stoppedAt: z.nullable(z.number()),
  finishedAt: z.nullable(z.number()),
  early: z.boolean(),
  /** Adverse events that stand, as a person judged them. */
  adverseEvents: z.int(),
  unwell: z.nullable(z.enum(unwellKinds)),
  /** When a clinician signed it, epoch ms. */
  signedAt: z.nullable(z.number()),
  flags: z.array(z.enum(sessionFlags)),
});
export type SessionRow = z.infer<typeof sessionRowSchema>;
