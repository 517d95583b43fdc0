import * as z from 'zod/mini';
import { intakeLanguages } from '../intake/choice.ts';
import { patientSchema } from '../people/people.ts';
import { protocolSchema } from '../protocol/schema.ts';
import { sessionEventSchema } from '../session/event.ts';
import { nothing } from './fields.ts';
import { request } from './request.ts';

const print = ['print'] as const;
export const papers = ['a4', 'letter'] as const;
export type Paper = (typeof papers)[number];

/** The record as a clinician reads it; one page in plain words for the patient; or that page with the whole record behind it. */
export const printKinds = ['record', 'patientPage', 'patientWhole'] as const;
export type PrintKind = (typeof printKinds)[number];

/** What the print window is to lay out. The entries come page by page. */
export const printJobSchema = z.object({
  kind: z.enum(printKinds),
  paper: z.enum(papers),
  /** Of the patient's page; the record stays as it was written. */
  language: z.enum(intakeLanguages),
  patient: z.nullable(patientSchema),
  protocol: protocolSchema,
  staff: z.array(z.object({ staffId: z.string(), name: z.string() })),
  intentionLeftOut: z.boolean(),
  /** Epoch ms: when it is printed. */
  madeAt: z.number(),
});
export type PrintJob = z.infer<typeof printJobSchema>;

/** Requests of the hidden window that lays out what is printed. It sees the one session that is being printed, as it may leave the app. */
export const printRequests = {
  'print.job': request(print, nothing, z.object({ job: printJobSchema })),
  'print.entries': request(
    print,
    z.object({ from: z.int().check(z.gte(0)) }),
    z.object({ events: z.array(sessionEventSchema), more: z.boolean() }),
  ),
  /** Laid out, fonts there; or that it cannot be. */
  'print.ready': request(print, z.object({ laidOut: z.boolean() }), nothing),
} as const;
