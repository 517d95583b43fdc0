import * as z from 'zod/mini';
import { intakeLanguages } from '../intake/choice.ts';
import { sheetKinds } from '../protocol/leaving-sheets.ts';
import { checkGroups } from '../protocol/check-item.ts';
import { id } from './body.ts';
import { command, note, overridingBy, pin, reason } from './command-parts.ts';
import { checkLists, orderSchema } from './preparation-bodies.ts';

/** Commands about lists, order, baseline and override. */
export const preparationCommands = [
  command('answerCheck', {
    list: z.enum(checkLists),
    itemId: id,
    answer: z.nullable(z.enum(['done', 'yes', 'no', 'accepted', 'declined', 'notApplicable', 'value'])),
    value: note,
  }),
  /** One press for the open items of a group that may be answered together. */
  command('answerGroup', { list: z.enum(checkLists), group: z.enum(checkGroups) }),
  command('signCheck', { list: z.enum(checkLists), itemId: id, checkerId: id, pin }),
  command('noteSheetsPrinted', {
    sheets: z.array(z.enum(sheetKinds)).check(z.minLength(1), z.maxLength(2)),
    language: z.enum(intakeLanguages),
  }),
  command('takeRoom', {}),
  command('enterOrder', { order: orderSchema }),
  command('checkOrder', { checkerId: id, pin }),
  command('acceptBaseline', { readingId: id }),
  command('override', {
    reason,
    by: overridingBy,
  }),
  command('signTelephoneOrder', { staffId: id, pin, decisionSeq: z.int(), instead: z.optional(reason) }),
] as const;
