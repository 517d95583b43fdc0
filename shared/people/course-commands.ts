import * as z from 'zod/mini';
import { safetyTalkShape } from '../questionnaires/sheet-bodies.ts';
import { decideSheets, sheetCommands } from '../questionnaires/sheet-rules.ts';
import { id } from '../session/body.ts';
import { command, reason } from '../session/command-parts.ts';
import { failure, type Failure } from '../ipc/answer.ts';
import type { CourseBetween, CourseBody } from './course-events.ts';
import type { Role } from './people.ts';

/** What can be asked of a course between its sessions. Ids of new things are made by the window. */
export const courseCommandSchema = z.discriminatedUnion('type', [
  ...sheetCommands,
  /** Somebody spoke with the patient about these answers, wherever they were given. */
  command('speakBetween', safetyTalkShape),
  command('keepIntegrationNote', { noteId: id, text: reason }),
]);
export type CourseCommand = z.infer<typeof courseCommandSchema>;

/** Whether somebody of this role may write it down: notes of integration are a clinician's or therapist's. */
export function mayKeep(type: CourseCommand['type'], role: Role): boolean {
  return type !== 'keepIntegrationNote' || role !== 'nurse';
}

/** The bodies to record, none where it stands so already; or why not. A sheet between sessions is always filled in by staff. */
export function decideCourse(between: CourseBetween, asked: CourseCommand): readonly CourseBody[] | Failure {
  if (asked.type === 'keepIntegrationNote') {
    const { noteId, text } = asked;
    const known = between.notes.some((note) => note.noteId === noteId);
    return known ? [] : [{ type: 'integrationNoteKept', noteId, text }];
  }
  if (asked.type === 'speakBetween') return [{ ...asked, type: 'safetySpoken' }];
  const decided = decideSheets(between, asked.type === 'beginQuestionnaire' ? { ...asked, by: 'staff' } : asked);
  return typeof decided === 'string' ? failure('refused', decided) : decided;
}
