import type { OwnSet, SetDraft } from '../../shared/music/own-sets.ts';
import { byPhase, historyOf, same, type EditHistory } from '../../shared/music/set-edit.ts';
import type { MusicSet } from '../../shared/music/set.ts';

/** The set on the screen: built in (to look at), or the clinic's own with what was changed since it was saved. */
export interface OpenSet {
  /** Null: a new one, not saved yet. */
  readonly setId: string | null;
  readonly builtIn: boolean;
  readonly saved: SetDraft;
  readonly history: EditHistory;
}

const empty: SetDraft = { title: '', description: '', entries: [] };

/** What a built-in set says, in the form of the clinic's own. */
export function draftOf({ title, description, tracks }: MusicSet): SetDraft {
  const entries = tracks.map(({ id, phase, intensity }) => ({ trackId: id, phase, intensity }));
  return { title, description, entries: byPhase(entries) };
}

/** A built-in set, to look at. */
export function lookAt(set: MusicSet): OpenSet {
  const draft = draftOf(set);
  return { setId: set.id, builtIn: true, saved: draft, history: historyOf(draft) };
}

/** A saved set of the clinic's own, to be changed. */
export function openOwn({ id, ...draft }: OwnSet): OpenSet {
  return { setId: id, builtIn: false, saved: draft, history: historyOf(draft) };
}

/** A set that is not saved yet; what it begins with is not saved either. */
export function newSet(from: SetDraft | null): OpenSet {
  return { setId: null, builtIn: false, saved: empty, history: historyOf(from ?? empty) };
}

/** Whether leaving would lose something. */
export function isUnsaved(open: OpenSet | null): boolean {
  return open !== null && !open.builtIn && !same(open.history.now, open.saved);
}

/** Why a draft cannot be saved; null where it can. */
export function whyNot({ title, entries }: SetDraft): 'nameMissing' | 'needTrack' | null {
  const length = title.trim().length;
  if (length === 0 || length > 60) return 'nameMissing';
  return entries.length === 0 ? 'needTrack' : null;
}
