import type { SessionSort } from '../../../shared/ipc/session-search.ts';
import type { SessionFlag, SessionRow } from '../../../shared/people/people.ts';

/** Where a page of sessions ended; the next one goes on below it. */
export interface SearchKey {
  readonly createdAt: number;
  readonly sessionId: string;
}

/** Which sessions are looked for. Everything that is given has to hold; null and empty give nothing. */
export interface SearchQuery {
  /** Each word has to begin one of the patient's name or of the session's free texts; or a birth date. One letter alone finds all. */
  readonly text: string;
  readonly patientId: string | null;
  /** Created in [from, to), epoch ms. */
  readonly from: number | null;
  readonly to: number | null;
  /** Somebody who took part. */
  readonly staffId: string | null;
  /** Contents of the protocol, one of which it ran on; none: any. */
  readonly protocolHashes: readonly string[];
  readonly flags: readonly SessionFlag[];
  readonly before: SearchKey | null;
  /** 1 to 100. */
  readonly limit: number;
}

/** A stretch of all that a search finds, in some order. */
export interface PageQuery extends Omit<SearchQuery, 'before'> {
  readonly sort: SessionSort;
  readonly offset: number;
}

export interface FoundPage {
  readonly sessions: SessionRow[];
  readonly offset: number;
  readonly total: number;
  /** How many of those found carry each mark. */
  readonly flags: Record<SessionFlag, number>;
}

/** What was found, newest first. */
export interface Found {
  readonly sessions: SessionRow[];
  /** Null where there are no more. */
  readonly next: SearchKey | null;
  /** How many there are, with the first page only; counted no further than `COUNTED`, and then `more`. */
  readonly count: { readonly found: number; readonly more: boolean } | null;
}

/** Sessions are counted up to here: "200+". */
export const COUNTED = 200;
