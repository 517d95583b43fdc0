import * as z from 'zod/mini';
import { sessionFlags, sessionRowSchema } from '../people/people.ts';

const id = z.string().check(z.minLength(1), z.maxLength(64));
/** Where a page of sessions ended. */
const searchKeySchema = z.object({ createdAt: z.number(), sessionId: id });

/** Versions of protocols that a search can be narrowed to at most: one version has a content for each length it was run at. */
const MOST_PROTOCOLS = 200;
/** Rows of one page at most. */
export const MOST_ROWS = 100;

/** What sessions are narrowed by. Everything that is given has to hold. */
const filter = {
  practice: z.boolean(),
  text: z.string().check(z.maxLength(120)),
  flags: z.array(z.enum(sessionFlags)).check(z.maxLength(sessionFlags.length)),
  staffId: z.nullable(id),
  /** Created in [from, to), epoch ms. */
  from: z.optional(z.nullable(z.number())),
  to: z.optional(z.nullable(z.number())),
  /** Contents of the protocol, one of which it ran on; none: any. */
  protocolHashes: z.optional(z.array(z.string().check(z.maxLength(64))).check(z.maxLength(MOST_PROTOCOLS))),
};

/** The orders of a list. */
export const sessionSorts = ['newest', 'oldest', 'name'] as const;
export type SessionSort = (typeof sessionSorts)[number];

const behind = z.object({ left: z.int(), total: z.int() });

/**
 * Sessions with every word of `text` in the patient's name or in what was written, and every flag; newest first. `before` is
 * where the page before ended. A newer search ends an older one (`search.superseded`).
 */
export const sessionSearch = {
  args: z.object({ ...filter, before: z.nullable(searchKeySchema) }),
  data: z.object({
    sessions: z.array(sessionRowSchema),
    next: z.nullable(searchKeySchema),
    /** With the first page only; `more`: there are more than were counted. */
    count: z.nullable(z.object({ found: z.int(), more: z.boolean() })),
    /** Events that a rebuild of the lists has left, of how many; while there are any, older sessions may be missing. */
    behind,
  }),
} as const;

/** The same, at any place of all that was found: for a list that is scrolled through as a whole. */
export const sessionPage = {
  args: z.object({
    ...filter,
    sort: z.enum(sessionSorts),
    offset: z.int().check(z.gte(0)),
    limit: z.int().check(z.gte(1), z.lte(MOST_ROWS)),
  }),
  data: z.object({
    sessions: z.array(sessionRowSchema),
    offset: z.int(),
    total: z.int(),
    /** How many of those found carry each mark. */
    flags: z.record(z.enum(sessionFlags), z.int()),
    behind,
  }),
} as const;

/** Protocols that sessions ran on: one entry a title and version, with every content of it. */
export const usedProtocolsSchema = z.array(
  z.object({ title: z.string(), version: z.int(), protocolHashes: z.array(z.string()) }),
);
export type UsedProtocols = z.infer<typeof usedProtocolsSchema>;
