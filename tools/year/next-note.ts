import type { NextNote } from '../../shared/session/sign-bodies.ts';
import type { Random } from '../archive/random.ts';
import type { PlannedVisit } from './plan.ts';

/** What follows from a visit: the note for the next one, and the dose it will have, mg/kg. */
export interface Outlook {
  readonly next: NextNote | null;
  readonly mgPerKg: number;
}

/** The least and the most that this clinic gives, mg/kg. */
const LEAST = 0.4;
const MOST = 0.8;

function dose(mgPerKg: number): number {
  return Math.round(Math.min(MOST, Math.max(LEAST, mgPerKg)) * 100) / 100;
}

function change(mgPerKg: number, why: string): Outlook {
  return { next: { decision: 'change', words: `${mgPerKg} mg/kg next time: ${why}` }, mgPerKg };
}

/** What whoever signs decides after a visit that went as planned here. */
export function outlookAfter({ story, patient, number, last }: PlannedVisit, mgPerKg: number, random: Random): Outlook {
  if (last !== 'no') return { next: null, mgPerKg };
  const less = dose(mgPerKg - 0.1);
  switch (story) {
    case 'emergency':
      return {
        next: { decision: 'hold', words: 'Not before I have spoken with the patient and the family doctor.' },
        mgPerKg: LEAST,
      };
    case 'red':
      return {
        next: { decision: 'hold', words: 'Blood pressure with the family doctor first. Call me before the order.' },
        mgPerKg: less,
      };
    case 'tooHigh':
      return { next: { decision: 'hold', words: 'Only with the family doctor’s values in the file.' }, mgPerKg };
    case 'early':
      return change(less, 'this was too much. Say beforehand that we can stop at any time.');
    case 'lowSpo2':
      return {
        next: { decision: 'goOn', words: 'Head end higher from the start; watch the saturation at 20 minutes.' },
        mgPerKg,
      };
    case 'amber':
      return {
        next: { decision: 'goOn', words: 'Same dose. Large cuff, and ten minutes of rest before the baseline.' },
        mgPerKg,
      };
    case 'calm':
    case 'gate':
    case 'paused':
    case 'fever':
      break;
  }
  const rises = story === 'calm' && patient.response !== 'good' && number >= 2 && number % 2 === 0;
  const more = dose(mgPerKg + 0.1);
  if (rises && more > mgPerKg && !patient.rises) return change(more, 'little effect so far, well tolerated.');
  if (patient.queasy && number === 1)
    return { next: { decision: 'goOn', words: 'Ondansetron 4 mg before the start.' }, mgPerKg };
  return { next: { decision: 'goOn', words: random.chance(0.15) ? 'Same dose, same music.' : null }, mgPerKg };
}
