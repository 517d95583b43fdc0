import type { SetDraft, SetEntry } from './own-sets.ts';
import { musicPhases, type MusicPhase } from './set.ts';

/** A set on its way to being saved: it may still be without a name or a track. */
export type SetEdit =
  | { readonly type: 'title' | 'description'; readonly text: string }
  /** One patient's own music, or again a set for everybody. */
  | { readonly type: 'forOne'; readonly on: boolean }
  | { readonly type: 'add'; readonly entries: readonly SetEntry[] }
  | { readonly type: 'remove'; readonly trackId: string }
  /** One place up (-1) or down (1); past the edge of its phase into the next one. */
  | { readonly type: 'step'; readonly trackId: string; readonly by: -1 | 1 }
  /** Before another track, or at the end of a phase where `before` is null. */
  | { readonly type: 'place'; readonly trackId: string; readonly phase: MusicPhase; readonly before: string | null }
  | { readonly type: 'intensity'; readonly trackId: string; readonly intensity: number };

/** The draft, what it was before each step, and what was undone. */
export interface EditHistory {
  readonly past: readonly SetDraft[];
  readonly now: SetDraft;
  readonly future: readonly SetDraft[];
  /** The text that the last step typed into: going on typing is the same step. */
  readonly typing: 'title' | 'description' | null;
}

/** A draft with nothing to undo. */
export function historyOf(now: SetDraft): EditHistory {
  return { past: [], now, future: [], typing: null };
}

/** The history after a step, or back or forth by one. A step that changes nothing is none. */
export function editSet(history: EditHistory, edit: SetEdit | 'undo' | 'redo'): EditHistory {
  const { past, now, future, typing } = history;
  if (edit === 'undo') {
    const before = past.at(-1);
    return before === undefined
      ? history
      : { past: past.slice(0, -1), now: before, future: [now, ...future], typing: null };
  }
  if (edit === 'redo') {
    const [after, ...rest] = future;
    return after === undefined ? history : { past: [...past, now], now: after, future: rest, typing: null };
  }
  const next = applied(now, edit);
  if (same(next, now)) return history;
  const field = edit.type === 'title' || edit.type === 'description' ? edit.type : null;
  const goesOn = field !== null && field === typing;
  const before = past.at(-1);
  // Typed back to what it was: that was no step.
  if (goesOn && before !== undefined && same(next, before))
    return { past: past.slice(0, -1), now: before, future: [], typing: null };
  return { past: goesOn ? past : [...past, now], now: next, future: [], typing: field };
}

/** Whether two drafts are the same set. */
export function same(one: SetDraft, other: SetDraft): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** In the order of the phases, each phase's own tracks in theirs. */
export function byPhase(entries: readonly SetEntry[]): SetEntry[] {
  return entries.toSorted((a, b) => musicPhases.indexOf(a.phase) - musicPhases.indexOf(b.phase));
}

function applied(draft: SetDraft, edit: SetEdit): SetDraft {
  switch (edit.type) {
    case 'title':
    case 'description':
      return { ...draft, [edit.type]: edit.text };
    case 'forOne': {
      const { forOne: _before, ...everybody } = draft;
      return edit.on ? { ...everybody, forOne: true } : everybody;
    }
    case 'add': {
      const known = new Set(draft.entries.map(({ trackId }) => trackId));
      const added = edit.entries.filter(({ trackId }) => !known.has(trackId));
      return { ...draft, entries: byPhase([...draft.entries, ...added]) };
    }
    case 'remove':
      return { ...draft, entries: draft.entries.filter(({ trackId }) => trackId !== edit.trackId) };
    case 'step':
      return { ...draft, entries: stepped(draft.entries, edit.trackId, edit.by) };
    case 'place':
      return { ...draft, entries: placed(draft.entries, edit.trackId, edit.phase, edit.before) };
    case 'intensity': {
      const { trackId, intensity } = edit;
      return {
        ...draft,
        entries: draft.entries.map((entry) => (entry.trackId === trackId ? { ...entry, intensity } : entry)),
      };
    }
  }
}

function stepped(entries: readonly SetEntry[], trackId: string, by: -1 | 1): SetEntry[] {
  const from = entries.findIndex((entry) => entry.trackId === trackId);
  const entry = entries[from];
  if (entry === undefined) return [...entries];
  const neighbour = entries[from + by];
  if (neighbour?.phase === entry.phase) return entries.with(from, neighbour).with(from + by, entry);
  const phase = musicPhases[musicPhases.indexOf(entry.phase) + by];
  return phase === undefined ? [...entries] : entries.with(from, { ...entry, phase });
}

function placed(entries: readonly SetEntry[], trackId: string, phase: MusicPhase, before: string | null): SetEntry[] {
  const entry = entries.find((one) => one.trackId === trackId);
  if (entry === undefined || before === trackId) return [...entries];
  const others = entries.filter((one) => one !== entry);
  const at = others.findIndex((one) => one.trackId === before);
  return byPhase(others.toSpliced(at < 0 ? others.length : at, 0, { ...entry, phase }));
}
