import type { SessionBody } from '../../shared/session/event-bodies.ts';
import type { SessionEvent } from '../../shared/session/event.ts';
import { adverseSentences } from './words/adverse.ts';
import { attentionSentences } from './words/attention.ts';
import { careSentences } from './words/care.ts';
import { entrySentences } from './words/entries.ts';
import { intakeSentences } from './words/intake.ts';
import { lifeSentences } from './words/life.ts';
import { lightSentences } from './words/lights.ts';
import { questionnaireSentences } from './words/questionnaires.ts';
import { roomSentences } from './words/room.ts';
import { signingSentences } from './words/signing.ts';
import type { SentenceContext, Sentences } from './words/context.ts';

export type { SentenceContext } from './words/context.ts';

/** Every kind of event there is has its sentence: the type refuses a forgotten one. */
export const sentences: Sentences<SessionBody['type']> = {
  ...lifeSentences,
  ...entrySentences,
  ...attentionSentences,
  ...careSentences,
  ...adverseSentences,
  ...roomSentences,
  ...lightSentences,
  ...intakeSentences,
  ...questionnaireSentences,
  ...signingSentences,
};

/** One event in words. */
export function sentenceOf(event: SessionEvent, context: SentenceContext): string {
  // The table is keyed by the body's own type, which the compiler cannot follow through an index.
  const say = sentences[event.body.type] as (body: SessionBody, context: SentenceContext) => string;
  return say(event.body, context);
}
