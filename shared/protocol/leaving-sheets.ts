import * as z from 'zod/mini';
import { intakeLanguages } from '../intake/choice.ts';
import { text } from './field.ts';

/** Who a sheet of paper is for. */
export const sheetKinds = ['patient', 'companion'] as const;
export type SheetKind = (typeof sheetKinds)[number];

/** Sheets that a patient leaves with. Large type for a tired reader: five lines for the patient, a few more for the escort. */
export const leavingSheetsSchema = z.object({
  /** Who answers at night; empty: a line is left to write it on. */
  nightNumber: z.string().check(z.maxLength(60)),
  /** The clinic's own words by language; a language that is not here has the built-in ones. */
  own: z
    .array(
      z.object({
        language: z.enum(intakeLanguages),
        patient: z.array(text(120)).check(z.minLength(1), z.maxLength(5)),
        companion: z.array(text(200)).check(z.minLength(1), z.maxLength(8)),
      }),
    )
    .check(z.maxLength(intakeLanguages.length)),
});
export type LeavingSheets = z.infer<typeof leavingSheetsSchema>;

/** The built-in words, and a line for the number. */
export const plainSheets: LeavingSheets = { nightNumber: '', own: [] };
