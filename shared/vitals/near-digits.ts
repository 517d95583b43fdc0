/** Keys that stand beside a digit or look like one; a slip, told but never corrected without being asked. */
const LOOKALIKE: Readonly<Record<string, string>> = { o: '0', O: '0', l: '1', I: '1', i: '1' };

/** More than a value that nobody would ask about can lie from the last one (25 %, 45 mmHg of 180): a rarer slip never wins by being nearer alone. */
const RARE = 2.5;

/** A text one slip away, and how much rarer than the commonest slips that one is, in jumps. */
export interface Near {
  readonly text: string;
  readonly cost: number;
}

/**
 * Texts one slip away from a text. A foreign key between the digits and a nought too many or too few come first (out by
 * ten), then a digit hit twice; any other digit too many, and two the other way round, have to explain more.
 */
export function nearDigits(text: string): readonly Near[] {
  const trimmed = text.trim();
  const plain = trimmed.replace(/[oOlIi]/g, (sign) => LOOKALIKE[sign] ?? sign);
  const digits = plain.replace(/\D/g, '');
  if (digits.length === 0 || digits.length > 6) return [];
  const marks = digits.split('');
  const dropped = marks.map((mark, at) => ({
    text: digits.slice(0, at) + digits.slice(at + 1),
    cost: mark === '0' && at === marks.length - 1 ? 0 : mark === marks[at - 1] ? 0.65 : RARE,
  }));
  const turned = marks.slice(1).map((mark, at) => ({
    text: digits.slice(0, at) + mark + (marks[at] ?? '') + digits.slice(at + 2),
    cost: RARE,
  }));
  const all = [{ text: digits, cost: 0 }, { text: `${digits}0`, cost: 0 }, ...dropped, ...turned];
  return all.filter((near) => near.text !== trimmed && /^[1-9]\d{0,2}$/.test(near.text));
}
