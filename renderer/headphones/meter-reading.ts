import { readingsSchema } from '../../shared/music/hearing.ts';

/** What was typed of a sound level meter: dB(A), with a point or a comma; null for nothing yet, `wrong` for what none shows. */
export function meterReading(typed: string): number | 'wrong' | null {
  const text = typed.trim().replace(',', '.');
  if (text === '') return null;
  const value = /^\d{2,3}(\.\d)?$/.test(text) ? Number(text) : NaN;
  return readingsSchema.safeParse([value, value]).success ? value : 'wrong';
}
