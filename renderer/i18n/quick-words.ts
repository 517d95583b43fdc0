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
    const params = given as Readonly<Record<string, unknown>> | undefined;
    const plain = typeof key === 'string' && args.length <= 2 && (params === undefined || isPlain(params));
    const cut = plain ? cutOf(key, params?.['count']) : null;
    const text = cut === null ? null : filled(cut, params ?? {});
    return text ?? slow(...args);
  };
  const remembered = Object.assign(quick, { lng: catalogue.language }) as unknown as TFunction;
  const choose = (...args: readonly unknown[]): unknown =>
    args[2] === undefined && isOwn(catalogue, args) ? remembered : fixed(...args);
  catalogue.getFixedT = choose as typeof catalogue.getFixedT;
}

/** Whether the language and the catalogue that are asked for are the ones that `t` has anyway. */
function isOwn({ language, options }: i18n, [lng, ns]: readonly unknown[]): boolean {
  return (lng == null || lng === language) && (ns == null || [options.defaultNS].flat().includes(ns as string));
}

/** Variables with values that are written as they are. */
function isPlain(params: Readonly<Record<string, unknown>>): boolean {
  return Object.entries(params).every(
    ([name, value]) => (typeof value === 'string' || typeof value === 'number') && !instructions.has(name),
  );
}

/** Null for what is no text, and for a text with anything in it but plain variables. */
function cutAt(text: unknown): Cut | null {
  if (typeof text !== 'string') return null;
  const cut = text.split(VARIABLE);
  return cut.some((part, index) => index % 2 === 0 && /\{\{|\}\}|\$t\(/u.test(part)) ? null : cut;
}

/** Null where a variable was not given: what then stands there is the catalogue's to say. */
function filled(cut: Cut, params: Readonly<Record<string, unknown>>): string | null {
  let text = cut[0] ?? '';
  for (let at = 1; at < cut.length; at += 2) {
    const value = params[cut[at] ?? ''];
    if (value === undefined) return null;
    text += String(value) + (cut[at + 1] ?? '');
  }
  return text;
}
