import { isGroup, type Draft } from './form.ts';

/** The draft with another value at a path; a path that leads nowhere changes nothing. */
export function withValue(draft: Draft, path: readonly string[], value: Draft): Draft {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  if (Array.isArray(draft))
    return draft.map((item: Draft, index) => (String(index) === key ? withValue(item, rest, value) : item));
  return isGroup(draft) && key in draft ? { ...draft, [key]: withValue(draft[key] ?? null, rest, value) } : draft;
}

/** What stands at a path; undefined where it leads nowhere. */
export function valueAt(draft: Draft, path: readonly string[]): Draft | undefined {
  return path.reduce<Draft | undefined>((part, key) => {
    if (Array.isArray(part)) return (part as readonly Draft[])[Number(key)];
    return isGroup(part) ? part[key] : undefined;
  }, draft);
}

/** Drafts to go back and forth through. */
export interface DraftHistory {
  readonly past: readonly Draft[];
  readonly now: Draft;
  readonly future: readonly Draft[];
  /** The field that the last step was typed into: going on there is the same step. */
  readonly field: string | null;
}

export function historyOf(now: Draft): DraftHistory {
  return { past: [], now, future: [], field: null };
}

/** The history after a step, or back or forth by one. `field` null: a step of its own. A step that changes nothing is none. */
export function editDraft(history: DraftHistory, step: Draft, field: string | null): DraftHistory {
  if (JSON.stringify(step) === JSON.stringify(history.now)) return history;
  const goesOn = field !== null && field === history.field;
  return { past: goesOn ? history.past : [...history.past, history.now], now: step, future: [], field };
}

export function undoDraft(history: DraftHistory): DraftHistory {
  const before = history.past.at(-1);
  if (before === undefined) return history;
  return { past: history.past.slice(0, -1), now: before, future: [history.now, ...history.future], field: null };
}

export function redoDraft(history: DraftHistory): DraftHistory {
  const [after, ...future] = history.future;
  return after === undefined ? history : { past: [...history.past, history.now], now: after, future, field: null };
}

/** One difference between two drafts. `from` undefined: added; `to` undefined: taken out. */
export interface DraftChange {
  readonly path: readonly string[];
  readonly from: Draft | undefined;
  readonly to: Draft | undefined;
}

/** By what a part of a list is known again. */
function nameOf(item: Draft): string {
  if (!isGroup(item)) return JSON.stringify(item);
  return JSON.stringify(item['id'] ?? item['kind'] ?? item);
}

function listChanges(path: readonly string[], before: readonly Draft[], after: readonly Draft[]): DraftChange[] {
  const gone = before.flatMap((item, index): DraftChange[] =>
    after.some((other) => nameOf(other) === nameOf(item))
      ? []
      : [{ path: [...path, String(index)], from: item, to: undefined }],
  );
  const there = after.flatMap((item, index) => {
    const old = before.find((other) => nameOf(other) === nameOf(item));
    const at = [...path, String(index)];
    return old === undefined ? [{ path: at, from: undefined, to: item }] : changesBetween(old, item, at);
  });
  const kept = (all: readonly Draft[], others: readonly Draft[]): string =>
    all
      .map(nameOf)
      .filter((name) => others.some((other) => nameOf(other) === name))
      .join();
  const moved = kept(before, after) === kept(after, before) ? [] : [{ path, from: null, to: null }];
  return [...gone, ...there, ...moved];
}

/** What differs between two drafts; a list in another order is one difference of the list, from null to null. */
export function changesBetween(before: Draft, after: Draft, path: readonly string[] = []): readonly DraftChange[] {
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  if (Array.isArray(before) && Array.isArray(after))
    return listChanges(path, before as readonly Draft[], after as readonly Draft[]);
  if (isGroup(before) && isGroup(after))
    return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((key) =>
      changesBetween(before[key] ?? null, after[key] ?? null, [...path, key]),
    );
  return [{ path, from: before, to: after }];
}
