import * as z from 'zod/mini';
import { text } from './field.ts';

/** What answers a checklist item takes: done; yes/no; offered and accepted or declined; a value typed in. */
export const checkAnswerKinds = ['done', 'yesNo', 'offered', 'value'] as const;

export const checkItemSchema = z.object({
  id: text(40),
  group: z.enum(['person', 'safety', 'line', 'comfort', 'recovery', 'leaving']),
  /** Key of the text catalogue (`check.<textKey>`) for built-in items; a clinic's own items carry `label` instead. */
  textKey: z.nullable(text(60)),
  label: z.nullable(text(200)),
  answer: z.enum(checkAnswerKinds),
  /** Blocks the start (or the leaving) until it is answered; `no` to a required yes/no item blocks as well. */
  required: z.boolean(),
});
export type CheckItem = z.infer<typeof checkItemSchema>;
