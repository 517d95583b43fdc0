import { decideSheets, type SheetCommand } from '../questionnaires/sheet-rules.ts';
import { by, refused, type Rule, type Rules } from './rule.ts';
import type { Session } from './state.ts';

/** A patient's own sheet takes answers while the screen is theirs. */
function isTheirs(session: Session, sheetId: string): boolean {
  const sheet = session.sheets.find((one) => one.sheetId === sheetId);
  return sheet?.by !== 'patient' || session.intake.screen === 'asking';
}

const ruled: Rule<SheetCommand> = (session, command, context) => {
  if (command.type === 'answerQuestion' && !isTheirs(session, command.sheetId))
    return refused('session.notNow', { command: command.type, phase: session.phase });
  const decided = decideSheets(session, command);
  return typeof decided === 'string' ? refused(decided) : decided.map((body) => by(session, context, body));
};

/** Commands of questionnaires; "not today" is also the end of this visit. */
export const sheetRules: Rules<SheetCommand['type']> = {
  beginQuestionnaire: ruled,
  answerQuestion: ruled,
  endQuestionnaire: ruled,
  speakOfSafety: (session, command, context) => {
    const said = ruled(session, command, context);
    const isBefore = session.phase === 'draft' || session.phase === 'preChecks';
    if ('ok' in said || command.decision !== 'notToday' || !isBefore) return said;
    return [...said, by(session, context, { type: 'notGiven', reason: command.words, postponed: true })];
  },
};
