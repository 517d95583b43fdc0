import type { App } from 'electron';

/**
 * How far V8 lets a page's heap grow before it looks for what is not used any more, MB: at most 4 for what is new, 24 to
 * begin with for what is older. Left alone it takes 16 and some hundreds, which a page that reads an archive or decodes an
 * hour of music fills with what it is long done with.
 */
export const PAGE_HEAP = '--max-semi-space-size=4 --initial-old-space-size=24';

/** Sets this for all pages that are opened from now on; has to come before `ready`. Main's own heap stays as it is. */
export function boundPageHeaps({ commandLine }: Pick<App, 'commandLine'>): void {
  commandLine.appendSwitch('js-flags', PAGE_HEAP);
}
