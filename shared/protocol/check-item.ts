import * as z from 'zod/mini';
import { valueFormSchema } from './check-value.ts';
import { text } from './field.ts';

/** What answers a checklist item takes: done; yes/no; offered and accepted or declined; a value typed in. */
export const checkAnswerKinds = ['done', 'yesNo', 'offered', 'value'] as const;

export const checkGroups = ['person', 'safety', 'line', 'comfort', 'recovery', 'leaving'] as const;

export const checkItemSchema = z.object({
  id: text(40),
  group: z.enum(checkGroups),
  /** Key of the text catalogue (`check.<textKey>`) for built-in items; a clinic's own items carry `label` instead. */
  textKey: z.nullable(text(60)),
  label: z.nullable(text(200)),
  answer: z.enum(checkAnswerKinds),
  /** Blocks the start (or the leaving) until it is answered. */
  required: z.boolean(),
  /** What is typed into a value; null for every other kind of answer. */
  value: z.nullable(valueFormSchema),
  /** Asked only once another item of the same list was answered so; null: always. */
  onlyIf: z.nullable(z.object({ itemId: text(40), answer: z.enum(['done', 'yes', 'no', 'accepted', 'declined']) })),
  /** The answer of a yes/no item that blocks; null: either lets it go on. */
  stops: z.nullable(z.enum(['yes', 'no'])),
  /** Another person has to sign for the answer with their own PIN. */
  secondPerson: z.boolean(),
  /** A `done` item that may be answered together with the others of its group, by one press. */
  together: z.boolean(),
});
export type CheckItem = z.infer<typeof checkItemSchema>;

/** What lists of form 1 said of an item, in today's words. */
export function itemOfFormOne(item: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const stops = item['answer'] === 'yesNo' && item['required'] === true ? 'no' : null;
  const value = item['answer'] === 'value' ? { kind: 'text' } : null;
  return { ...item, value, onlyIf: null, stops, secondPerson: false, together: false };
}

/** Answers by item id; as much of them as decides what is asked. */
type Answers = Readonly<Record<string, { readonly answer: string }>>;

/** The items of a list that are asked, given what was answered: one that hangs on another is asked only while that is. */
export function askedItems(items: readonly CheckItem[], answers: Answers): readonly CheckItem[] {
  const asked = new Map<string, CheckItem>();
  for (const item of items) {
    const { onlyIf } = item;
    if (onlyIf === null || (asked.has(onlyIf.itemId) && answers[onlyIf.itemId]?.answer === onlyIf.answer))
      asked.set(item.id, item);
  }
  return [...asked.values()];
}

/** The open items of a group that one press may answer as done. Safety is asked one by one, whatever an item says. */
export function togetherItems(
  items: readonly CheckItem[],
  answers: Answers,
  group: CheckItem['group'],
): readonly CheckItem[] {
  if (group === 'safety') return [];
  return askedItems(items, answers).filter(
    (item) =>
      item.group === group &&
      item.together &&
      item.answer === 'done' &&
      !item.secondPerson &&
      answers[item.id] === undefined,
  );
}
