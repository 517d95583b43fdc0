import * as z from 'zod/mini';
import { orElse } from './or-else.ts';

/** What became of one send. */
export type Outcome =
  | {
      readonly kind: 'accepted';
      /** The session's last entry in it, and the last of its course's stream that is about what leaves beside it. */
      readonly seq: number;
      readonly beside: number;
      readonly location: string | null;
      readonly versionId: string | null;
    }
  /** This session is not taken; others may be. `words` are the server's own, made harmless. */
  | { readonly kind: 'refused'; readonly code: string; readonly status: number | null; readonly words: string }
  /** Nobody was reached, or it may be different later. */
  | { readonly kind: 'notReached'; readonly code: string; readonly wishMs: number | null }
  /** Nothing can go until a person has looked: the token, the certificate, the address. */
  | { readonly kind: 'stopped'; readonly code: string }
  /** There is no such session here any more. */
  | { readonly kind: 'gone' };

/** How far the record is told in what is sent. */
export type Told = Pick<Extract<Outcome, { kind: 'accepted' }>, 'seq' | 'beside'>;

/** What a server answered, as far as it is looked at. */
export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  /** As much of the body as was read, parsed; undefined where that is no JSON. */
  readonly body: unknown;
}

/** Characters of a server's words that are kept and shown. */
export const MOST_WORDS = 600;
const MOST_ISSUES = 3;

const text = orElse(z.optional(z.string()), undefined);
const issueSchema = z.object({
  severity: text,
  code: text,
  diagnostics: text,
  details: orElse(z.optional(z.object({ text })), undefined),
});
const operationOutcome = z.object({ resourceType: z.literal('OperationOutcome'), issue: z.array(z.unknown()) });

/** What an OperationOutcome says is wrong, as one line: the first issues, shortened, without characters that could mislead. */
export function wordsOf(body: unknown): string {
  const outcome = operationOutcome.safeParse(body);
  if (!outcome.success) return '';
  const words = outcome.data.issue.slice(0, MOST_ISSUES).flatMap((one) => {
    const issue = issueSchema.safeParse(one);
    if (!issue.success) return [];
    const { diagnostics, details, code } = issue.data;
    return [harmless(diagnostics ?? details?.text ?? code ?? '')].filter((line) => line !== '');
  });
  return cut(words.join(' · '), MOST_WORDS).toWellFormed();
}

/** Controls, formats (which turn the direction of writing) and line ends become blanks. */
function harmless(line: string): string {
  return cut(line, MOST_WORDS)
    .toWellFormed()
    .replaceAll(/[\p{C}\p{Z}]+/gu, ' ')
    .trim();
}

function cut(line: string, most: number): string {
  return line.length <= most ? line : `${line.slice(0, most - 1)}…`;
}

/** What the answer to a `PUT` of a session says. @param sent how far the record was told in what was sent. @param wishMs of `Retry-After` */
export function outcomeOf(reply: Reply, sent: Told, wishMs: number | null): Outcome {
  const { status, body } = reply;
  if (status >= 200 && status < 300) return taken(reply, sent);
  if (status >= 300 && status < 400) return { kind: 'stopped', code: 'redirected' };
  if (status === 401 || status === 403) return { kind: 'stopped', code: 'notAllowed' };
  if (status === 429 || status === 503) return { kind: 'notReached', code: 'busy', wishMs };
  if (status === 408 || status === 425 || status >= 500) return { kind: 'notReached', code: 'serverFault', wishMs };
  return { kind: 'refused', code: codes[status] ?? 'refused', status, words: wordsOf(body) };
}

const codes: Readonly<Record<number, string>> = { 404: 'noBundles', 405: 'noBundles', 413: 'tooLarge' };

const bundleSchema = z.object({
  resourceType: z.literal('Bundle'),
  meta: orElse(z.optional(z.object({ versionId: text })), undefined),
});

/**
 * A status alone proves no FHIR server: a page of some login is a 200 as well. Taken is what has a version or a place, or
 * comes back as a bundle.
 */
function taken({ status, headers, body }: Reply, { seq, beside }: Told): Outcome {
  const location = placeIn(one(headers['location']) ?? one(headers['content-location']));
  const bundle = bundleSchema.safeParse(body);
  const tag = /^W\/"([\x21\x23-\x7e]{1,64})"$/.exec(one(headers['etag']) ?? '')?.[1];
  const versionId = tag ?? versionIn(location) ?? versionOf(bundle.data?.meta?.versionId);
  const proven = location !== null || tag !== undefined || bundle.success;
  if ((status === 200 || status === 201 || status === 204) && proven)
    return { kind: 'accepted', seq, beside, location, versionId };
  return { kind: 'refused', code: 'strangeReply', status, words: wordsOf(body) };
}

function one(header: string | readonly string[] | undefined): string | undefined {
  return typeof header === 'string' ? header : header?.[0];
}

/** Where a server says that it put a bundle; null for any other place. */
function placeIn(header: string | undefined): string | null {
  const fits =
    /^[\x21-\x7e]{1,300}$/.test(header ?? '') && /(?:^|\/)Bundle\/[A-Za-z0-9.-]{1,64}(?:\/|$)/.test(header ?? '');
  return fits ? (header ?? null) : null;
}

function versionIn(location: string | null): string | null {
  return /\/_history\/([A-Za-z0-9.-]{1,64})$/.exec(location ?? '')?.[1] ?? null;
}

function versionOf(said: string | undefined): string | null {
  return said !== undefined && /^[A-Za-z0-9.-]{1,64}$/.test(said) ? said : null;
}
