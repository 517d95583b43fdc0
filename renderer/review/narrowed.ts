import type { SessionSearch } from './use-session-pages.ts';

/** A list that nothing narrows, newest first. */
export function wholeList(practice: boolean): SessionSearch {
  return { practice, text: '', flags: [], staffId: null, from: null, to: null, protocolHashes: [], sort: 'newest' };
}

/** Whether anything is left out. */
export function isNarrowed(search: SessionSearch): boolean {
  const { text, flags, staffId, from = null, to = null, protocolHashes = [] } = search;
  const parts = [text.trim() !== '', flags.length > 0, staffId !== null, from !== null, to !== null];
  return parts.includes(true) || protocolHashes.length > 0;
}
