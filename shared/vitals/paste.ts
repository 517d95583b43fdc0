import { measures, numberIn, type Measure, type Typed } from './measures.ts';

/** What monitors and notes call the measures, in small letters. */
const NAMES: Readonly<Record<string, Measure | 'pressure'>> = {
  bp: 'pressure',
  nibp: 'pressure',
  spo2: 'spo2',
  sao2: 'spo2',
  sat: 'spo2',
  sats: 'spo2',
  hr: 'pulse',
  pr: 'pulse',
  p: 'pulse',
  pulse: 'pulse',
  rr: 'respirations',
  resp: 'respirations',
  breaths: 'respirations',
};

/** Words that say nothing beside a number. */
const UNITS = new Set(['mmhg', 'bpm', '/min']);

interface Token {
  readonly kind: 'pressure' | 'name' | 'number' | 'other';
  readonly text: string;
}

function tokensOf(text: string): readonly Token[] {
  const spaced = text
    .toLowerCase()
    .replaceAll('₂', '2')
    .replace(/\s*\/\s*(?=\d)/g, '/')
    .replace(/([a-z₂]\w*)\s*[:=]/g, '$1 ');
  const words = spaced.split(/[\s,;|]+/).filter((word) => word !== '' && !UNITS.has(word));
  return words.map((word) => {
    if (/^\d{2,3}\/\d{2,3}$/.test(word)) return { kind: 'pressure', text: word };
    if (/^\d{1,3}%?$/.test(word)) return { kind: 'number', text: word };
    return { kind: Object.hasOwn(NAMES, word) ? 'name' : 'other', text: word };
  });
}

/** Whether a text that was pasted holds more than one number: then it is a reading, or it is not understood. */
export function isWholeReading(text: string): boolean {
  const trimmed = text.trim();
  return /\d\D+\d/.test(trimmed) && !/^\d+[.,]\d+$/.test(trimmed);
}

/**
 * A reading that was copied from elsewhere: `128/82 97 88`, `128 82 97 88 14`, `BP 128/82, SpO2 97 %, HR 88`. Numbers
 * without a name follow the order of the fields. Null where any part of it could mean something else: then nothing of it
 * is taken.
 */
export function readPasted(text: string): Partial<Typed> | null {
  const tokens = tokensOf(text.replace(/(\d)\s+%/g, '$1%'));
  const found: Partial<Record<Measure, string>> = {};
  let named: Measure | 'pressure' | null = null;
  /** Whether any number came with what it is. */
  let saidWhich = false;
  const put = (field: Measure, value: string): boolean => {
    if (found[field] !== undefined || numberIn(value) === null) return false;
    found[field] = value;
    return true;
  };
  for (const { kind, text: word } of tokens) {
    if (kind === 'other') return null;
    if (kind === 'name') {
      if (named !== null) return null;
      named = NAMES[word] ?? null;
    } else if (kind === 'pressure') {
      const [systolic = '', diastolic = ''] = word.split('/');
      if ((named !== null && named !== 'pressure') || !put('systolic', systolic) || !put('diastolic', diastolic))
        return null;
      named = null;
    } else {
      const field = fieldOf(word, named, found);
      saidWhich ||= named !== null || word.endsWith('%');
      if (field === null || !put(field, word.replace('%', ''))) return null;
      named = null;
    }
  }
  if (named !== null || Object.keys(found).length < 2 || isEither(found, saidWhich)) return null;
  return found;
}

/** Two bare numbers of which each could be the saturation and each the pulse. */
function isEither({ spo2, pulse }: Partial<Typed>, saidWhich: boolean): boolean {
  if (saidWhich || spo2 === undefined || pulse === undefined || spo2 === pulse) return false;
  return [spo2, pulse].every((text) => Number(text) >= 90 && Number(text) <= 100);
}

/** Where a bare number belongs: to its name, to SpO2 with a per cent sign, else to the first field after the last filled one. */
function fieldOf(
  word: string,
  named: Measure | 'pressure' | null,
  found: Partial<Record<Measure, string>>,
): Measure | null {
  const isPercent = word.endsWith('%');
  if (named === 'pressure') return null;
  if (named !== null) return isPercent && named !== 'spo2' ? null : named;
  if (isPercent) return 'spo2';
  const last = measures.findLastIndex((field) => found[field] !== undefined);
  return measures[last + 1] ?? null;
}
