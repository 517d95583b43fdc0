import * as fc from 'fast-check';
import { safetyDecisions } from '../../shared/questionnaires/sheet-bodies.ts';
import { questionnaireIds } from '../../shared/scales/questionnaire.ts';
import { questionnaires } from '../../shared/scales/questionnaires.ts';
import type { SessionCommand } from '../../shared/session/command.ts';
import type { TestRoom } from './session-builder.ts';

type Make = (room: TestRoom) => SessionCommand;

const picked = ({ session: { sheets } }: TestRoom, pick: number) => sheets[pick % Math.max(1, sheets.length)];

/** Questionnaires are begun, answered (item 9 of PHQ-9 often), ended and spoken about, allowed or not. */
export const sheetCommands: readonly fc.Arbitrary<Make>[] = [
  fc
    .tuple(fc.constantFrom(...questionnaireIds), fc.constantFrom('patient' as const, 'staff' as const))
    .map(([questionnaire, by]) => (room) => ({ type: 'beginQuestionnaire', sheetId: room.id(), questionnaire, by })),
  fc
    .tuple(fc.nat(), fc.nat({ max: 19 }), fc.option(fc.integer({ min: 0, max: 4 }), { freq: 6 }))
    .map(([pick, which, answer]) => (room) => {
      const sheet = picked(room, pick);
      const asked = questionnaires[sheet?.questionnaire ?? 'phq9'].questions;
      const question = asked[which]?.id ?? asked.at(-1)?.id ?? 'none';
      return { type: 'answerQuestion', sheetId: sheet?.sheetId ?? 'none', question, answer };
    }),
  fc.nat().map((pick) => (room) => ({ type: 'endQuestionnaire', sheetId: picked(room, pick)?.sheetId ?? 'none' })),
  fc.constantFrom(...safetyDecisions).map((decision) => () => ({
    ...{ type: 'speakOfSafety' as const, who: 'R. Alvarez', decision, words: 'spoke for ten minutes' },
  })),
];
