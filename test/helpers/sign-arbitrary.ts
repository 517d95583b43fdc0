import * as fc from 'fast-check';
import type { SessionCommand } from '../../shared/session/command.ts';
import { nextDecisions, signMeanings } from '../../shared/session/sign-bodies.ts';
import type { TestRoom } from './session-builder.ts';

type Make = (room: TestRoom) => SessionCommand;

const pin = '1234';
const who = fc.constantFrom('okafor', 'lindqvist');
const meaning = fc.constantFrom(...signMeanings);
const note = fc.option(
  fc.record({
    decision: fc.constantFrom(...nextDecisions),
    words: fc.constantFrom(null, 'half the rate'),
  }),
);

/** Signatures, addenda and answers to a note, allowed or not. */
export const signCommands: readonly fc.Arbitrary<Make>[] = [
  fc.tuple(who, meaning, note).map(([staffId, why, next]) => () => ({
    ...{ type: 'signSession', staffId, pin, meaning: why, next },
  })),
  fc.tuple(who, meaning).map(([staffId, why]) => () => ({ type: 'cosignSession', staffId, pin, meaning: why })),
  who.map((staffId) => () => ({ type: 'askCosign', staffId })),
  who.map((staffId) => (room) => ({
    ...{ type: 'addAddendum', addendumId: room.id(), staffId, pin, text: 'came back' },
  })),
  fc.constant(() => ({ type: 'answerLastNote', of: 'session-0', decided: 'as planned' })),
];
