import type { SessionFlag, SessionRow } from './people.ts';
import { sessionFactsSchema, type SessionFacts } from './session-facts.ts';

function adverseOf({ adverse = [] }: SessionFacts): number {
  return adverse.length;
}

/** Whether nothing more happens in the room. */
export function isOver({ phase }: Pick<SessionFacts, 'phase'>): boolean {
  return phase === 'finished' || phase === 'notGiven';
}

/**
 * Whether somebody's signature is missing: of entries at the locked screen, or a clinician's under a session that is over. A
 * practice is nobody's record and needs none.
 */
function isUnsigned(row: SessionFacts): boolean {
  return row.unsigned.length > 0 || (isOver(row) && !row.practice && row.signedAt === undefined);
}

/** Whether a reading that counts is red, by its values or by symptoms. */
function isRed({ readings, symptomatic = [] }: SessionFacts): boolean {
  return readings.some(([id, , red]) => red || symptomatic.some(([told]) => told === id));
}

/** What a row is marked with in lists, and can be searched by. */
export function flagsOf(row: SessionFacts): SessionFlag[] {
  const flags: readonly (readonly [SessionFlag, boolean])[] = [
    ['unsigned', isUnsigned(row)],
    ['red', isRed(row)],
    ['early', row.early],
    ['adverse', adverseOf(row) > 0],
  ];
  return flags.filter(([, is]) => is).map(([flag]) => flag);
}

/** Whether somebody called for help quickly, or the patient complained of something; null where neither stands in the record. */
function unwellOf({ emergencies, complaints }: SessionFacts): SessionRow['unwell'] {
  if (emergencies > 0) return 'emergency';
  return complaints.length > 0 ? 'complaint' : null;
}

/** What a list shows of a row, but for the patient's name. */
export function shownOf(row: SessionFacts): Omit<SessionRow, 'patientName' | 'birthDate'> {
  const { signedAt = null } = row;
  const derived = { adverseEvents: adverseOf(row), unwell: unwellOf(row), signedAt, flags: flagsOf(row) };
  return { ...sessionFactsSchema.parse(row), ...derived };
}
