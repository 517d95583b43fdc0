import type { i18n, TFunction } from 'i18next';

/** What stands in for a variable: a plain name, nothing nested or formatted. */
const VARIABLE = /\{\{(\w+)\}\}/gu;

/** What the catalogue takes as an instruction and not as a variable. */
const instructions: ReadonlySet<string> = new Set([
  ...['context', 'lng', 'ns', 'keyPrefix', 'keySeparator', 'nsSeparator', 'fallbackLng'],
  ...['defaultValue', 'joinArrays', 'postProcess', 'replace'],
]);

/** One text of the catalogue, cut at its variables: words and names in turn. */
type Cut = readonly string[];

/** What is written where the variables are. */
type Variables = Readonly<Record<string, string | number>>;

/** `t` without its many forms: which keys there are is checked where it is used. */
type Tell = (...args: readonly unknown[]) => unknown;

/**
 * Gives the catalogue's `t` a memory: each text is looked up and cut at its variables once. The catalogue itself takes
 * 10 to 20 µs a text, and a record that is opened has five hundred of them. Only what it can tell alike is told from
 * memory, plain keys and variables; everything else goes to the catalogue.
 */
export function rememberWords(catalogue: i18n): void {
  const fixed = catalogue.getFixedT.bind(catalogue) as unknown as (...args: readonly unknown[]) => Tell;
  const slow = fixed(null);
  const rules = new Intl.PluralRules(catalogue.language);
  const known = new Map<string, Cut | null>();
  const cutOf = (key: string, count: unknown): Cut | null => {
    const place = typeof count === 'number' ? `${key} ${count === 0 ? 'zero' : rules.select(count)}` : key;
    const told = known.get(place);
    if (told !== undefined) return told;
    const options = { skipInterpolation: true, ...(typeof count === 'number' ? { count } : {}) };
    const cut = cutAt(slow(key, options));
    known.set(place, cut);
    return cut;
  };
  const quick: Tell = (...args) => {
    const [key, given] = args;
    const variables = typeof key === 'string' && args.length <= 2 ? variablesOf(given) : null;
    const cut = variables === null ? null : cutOf(String(key), variables['count']);
    const text = cut === null || variables === null ? null : filled(cut, variables);
    return text ?? slow(...args);
  };
  const remembered = Object.assign(quick, { lng: catalogue.language }) as unknown as TFunction;
  const choose = (...args: readonly unknown[]): unknown =>
    args[2] === undefined && isOwn(catalogue, args) ? remembered : fixed(...args);
  catalogue.getFixedT = choose as typeof catalogue.getFixedT;
  const exists = catalogue.exists.bind(catalogue) as (...args: readonly unknown[]) => boolean;
  const there = new Map<unknown, boolean>();
  const looked = (...args: readonly unknown[]): boolean => {
    const [key] = args;
    if (args.length > 1 || typeof key !== 'string') return exists(...args);
    const found = there.get(key) ?? exists(key);
    there.set(key, found);
    return found;
  };
  catalogue.exists = looked as typeof catalogue.exists;
}

/** Whether the language and the catalogue that are asked for are the ones that `t` has anyway. */
function isOwn({ language, options }: i18n, [lng, ns]: readonly unknown[]): boolean {
  return (lng == null || lng === language) && (ns == null || [options.defaultNS].flat().includes(ns as string));
}

/** Variables with values that are written as they are; null where there is anything else. */
function variablesOf(given: unknown): Variables | null {
  if (given === undefined) return {};
  if (typeof given !== 'object' || given === null) return null;
  const plain = Object.entries(given).every(
    ([name, value]) => (typeof value === 'string' || typeof value === 'number') && !instructions.has(name),
  );
  return plain ? (given as Variables) : null;
}

/** Null for what is no text, and for a text with anything in it but plain variables. */
function cutAt(text: unknown): Cut | null {
  if (typeof text !== 'string') return null;
  const cut = text.split(VARIABLE);
  return cut.some((part, index) => index % 2 === 0 && /\{\{|\}\}|\$t\(/u.test(part)) ? null : cut;
}

/** Null where a variable was not given: what then stands there is the catalogue's to say. */
function filled(cut: Cut, params: Variables): string | null {
  let text = cut[0] ?? '';
  for (let at = 1; at < cut.length; at += 2) {
    const value = params[cut[at] ?? ''];
    if (value === undefined) return null;
    text += String(value) + (cut[at + 1] ?? '');
  }
  return text;
}
