/** The most that one answer to an open-ended request carries, bytes: answers are buffered whole by some hosts. */
export const MAX_CHUNK = 1024 * 1024;

/**
 * What a Range header asks of a file. `start` and `end` are the first and the last byte, both included.
 * - `whole`: no range, or one we need not honour (other unit, several ranges, bad form): the file as a whole.
 * - `unsatisfiable`: well formed, but past the end of the file, or a suffix of nothing.
 */
export type ByteRange =
  | { readonly kind: 'whole' }
  | { readonly kind: 'part'; readonly start: number; readonly end: number }
  | { readonly kind: 'unsatisfiable' };

/**
 * Reads a Range header (RFC 9110, section 14) for a file of `size` bytes. No part is longer than `MAX_CHUNK`: a
 * media element asks on from where an answer ended.
 */
export function parseByteRange(header: string | null, size: number): ByteRange {
  const match = /^bytes=[ \t]*(\d*)-(\d*)[ \t]*$/i.exec(header ?? '');
  const [, first = '', last = ''] = match ?? [];
  if (match === null || (first === '' && last === '')) return { kind: 'whole' };
  if (first === '') return part(Math.max(0, size - Number(last)), size - 1, size);
  if (last !== '' && Number(last) < Number(first)) return { kind: 'whole' };
  return part(Number(first), last === '' ? size - 1 : Number(last), size);
}

function part(start: number, end: number, size: number): ByteRange {
  if (start >= size) return { kind: 'unsatisfiable' };
  return { kind: 'part', start, end: Math.min(end, size - 1, start + MAX_CHUNK - 1) };
}
