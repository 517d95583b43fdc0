import { afterEach, describe, expect, it } from 'vitest';
import { keepDraft, keptDraft } from '../../../renderer/sets/kept-draft.ts';
import { isUnsaved, lookAt, newSet, openOwn, whyNot, type OpenSet } from '../../../renderer/sets/open-set.ts';
import { editSet } from '../../../shared/music/set-edit.ts';
import { shoreline } from '../../helpers/music-builder.ts';

const own = openOwn({
  id: 'own',
  title: 'Evening',
  description: '',
  entries: [{ trackId: 'a', phase: 'peak', intensity: 4 }],
});
const renamed = (open: OpenSet, text: string): OpenSet => ({
  ...open,
  history: editSet(open.history, { type: 'title', text }),
});

afterEach(() => keepDraft(null));

describe('the set on the screen', () => {
  it('is unsaved once it differs from what was saved, and not any more when that is undone', () => {
    expect(isUnsaved(own)).toBe(false);
    const changed = renamed(own, 'Morning');
    expect(isUnsaved(changed)).toBe(true);
    expect(isUnsaved({ ...changed, history: editSet(changed.history, 'undo') })).toBe(false);
  });

  it('is unsaved from the start as a copy, and never as a built-in one', () => {
    const set = shoreline.set;
    if (set === null) throw new Error('No set');
    const look = lookAt(set);
    expect(isUnsaved(look)).toBe(false);
    expect(isUnsaved(newSet(look.saved))).toBe(true);
    expect(isUnsaved(newSet(null))).toBe(false);
  });

  it('cannot be saved without a name or a track', () => {
    expect(whyNot(own.saved)).toBeNull();
    expect(whyNot({ ...own.saved, title: '  ' })).toBe('nameMissing');
    expect(whyNot({ ...own.saved, entries: [] })).toBe('needTrack');
  });

  it('is kept while the screen is covered only where something would be lost', () => {
    const changed = renamed(own, 'Morning');
    keepDraft(changed);
    expect(keptDraft()).toBe(changed);
    keepDraft(own);
    expect(keptDraft()).toBeNull();
  });
});
