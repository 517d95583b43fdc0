import { useCallback, useEffect, useState } from 'react';

/** Where a field of the form can be found by its path. */
export const placeOf = (path: readonly string[]): { readonly 'data-path': string } => ({ 'data-path': path.join('.') });

/** What can be typed into, chosen or pressed in a place of the form. */
const controls = 'summary, input, textarea, select, button';

/** The nearest place that there is for a path: that of the field, or of the list or group around it. */
function placeFor(path: string): HTMLElement | null {
  for (let at = path; at !== ''; at = at.slice(0, Math.max(0, at.lastIndexOf('.')))) {
    const found = document.querySelector<HTMLElement>(`[data-path="${CSS.escape(at)}"]`);
    if (found !== null) return found;
  }
  return null;
}

/** Opens whatever is folded around a field, and puts the cursor into it, once it is drawn. */
export function useWayTo(): (path: string) => void {
  // A new object for each press: the same field may be asked for twice.
  const [goal, setGoal] = useState<{ readonly path: string } | null>(null);
  useEffect(() => {
    if (goal === null) return;
    const place = placeFor(goal.path);
    for (let around = place; around !== null; around = around.parentElement)
      if (around instanceof HTMLDetailsElement) around.open = true;
    const control = place?.matches(controls) === true ? place : (place?.querySelector<HTMLElement>(controls) ?? null);
    control?.scrollIntoView({ block: 'center' });
    control?.focus({ preventScroll: true });
  }, [goal]);
  return useCallback((path) => setGoal({ path }), []);
}
