import type { App } from 'electron';

/**
 * How far V8 lets a page's heap grow before it looks for what is not used any more, MB: at most 2 for each half of what is
 * new, 16 to begin with for what is older. Left alone, what was new took 53 MB while music was brought in (seen in a memory
 * dump of Chromium 156), most of it done with long ago.
 */
export const PAGE_HEAP = '--max-semi-space-size=2 --initial-old-space-size=16';

/** Sets this for all pages that are opened from now on; has to come before `ready`. Main's own heap stays as it is. */
export function boundPageHeaps({ commandLine }: Pick<App, 'commandLine'>): void {
  commandLine.appendSwitch('js-flags', PAGE_HEAP);
}
