import * as z from 'zod/mini';
import { DISAGREE_MS } from '../time/clock.ts';
import { text } from './field.ts';

/** Form of a value: words; a number in a unit, within a range; or a moment (last food), kept as epoch ms. */
export const valueFormSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text') }),
  z.object({ kind: z.literal('number'), unit: text(12), min: z.number(), max: z.number() }),
  z.object({ kind: z.literal('time') }),
]);
export type ValueForm = z.infer<typeof valueFormSchema>;

/** A moment of a checklist lies at most this long back, ms: three days. */
export const OLDEST_VALUE_MS = 3 * 24 * 3_600_000;

function numberValue(form: Extract<ValueForm, { kind: 'number' }>, given: string): string | null {
  const digits = given.endsWith(form.unit) ? given.slice(0, -form.unit.length).trim() : given;
  if (!/^\d{1,5}([.,]\d{1,2})?$/.test(digits)) return null;
  const value = Number(digits.replace(',', '.'));
  return value < form.min || value > form.max ? null : `${value} ${form.unit}`;
}

function timeValue(given: string, nowMs: number): string | null {
  if (!/^\d{1,15}$/.test(given)) return null;
  const at = Number(given);
  // A window's "now" may be a little ahead of main's.
  return at > nowMs + DISAGREE_MS || at < nowMs - OLDEST_VALUE_MS ? null : String(Math.min(at, Math.floor(nowMs)));
}

/**
 * What was entered as a value, in the one way in which it is kept: words trimmed, a number with its unit (`72.4 kg`), a
 * moment as epoch ms. Null where it cannot be one. `nowMs` epoch ms.
 */
export function readValue(form: ValueForm, entered: string, nowMs: number): string | null {
  const given = entered.trim();
  if (given === '') return null;
  if (form.kind === 'number') return numberValue(form, given);
  return form.kind === 'time' ? timeValue(given, nowMs) : given;
}

/** The moment that a kept value stands for, epoch ms; null where it is none (older lists kept words). */
export function momentOf(form: ValueForm | null, value: string): number | null {
  return form?.kind === 'time' && /^\d{1,15}$/.test(value) ? Number(value) : null;
}
