import type { SessionCommandType } from './command.ts';

/**
 * Entries that somebody else may sign for, each by itself, with their own name and PIN: what was read, seen, given,
 * done or said. The room's holder and whoever is signed in stay; what turns the session is never entered for another.
 */
export const signedEntries: ReadonlySet<SessionCommandType> = new Set<SessionCommandType>([
  'takeReading',
  'readingNotObtained',
  'amendReading',
  'mark',
  'note',
  'giveMedication',
  'declineMedication',
  'notePumpRate',
  'readPumpTotal',
  'answerCall',
  'actOnBand',
  'noteAdverseEvent',
  'noteAdverseOutcome',
  'tellAdverseEvent',
]);
