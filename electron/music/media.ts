import { open, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { parseByteRange } from './byte-range.ts';

/** The folder of `app://stillroom` under which tracks and their covers are served. */
export const MEDIA_PREFIX = '/media/';

const types: Readonly<Record<string, string>> = {
  '.opus': 'audio/ogg; codecs=opus',
  '.ogg': 'audio/ogg',
  '.mp3': 'audio/mpeg',
  '.m4a': 'audio/mp4',
  '.aac': 'audio/aac',
  '.flac': 'audio/flac',
  '.wav': 'audio/wav',
  '.webm': 'audio/webm',
  '.webp': 'image/webp',
};

/** Finds the absolute path of a track by its exact name in the catalogue; null for anything else. */
export type MediaLookup = (file: string) => string | null;

/**
 * Answers `<origin>/media/<file>`: only files of the catalogue, by exact name, so that no path leads elsewhere. Ranges
 * are our own, since Electron's file fetch ignores them and a track could then not be searched.
 * A request without a range gets the whole file; 404 unknown, 405 other methods, 416 past the end, 500 unreadable.
 */
export async function serveMedia(request: Request, lookup: MediaLookup): Promise<Response> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return empty(405, { Allow: 'GET, HEAD' });
  const name = fileName(new URL(request.url));
  const file = name === null ? null : lookup(name);
  if (file === null) return empty(404, {});
  let handle: FileHandle | null = null;
  try {
    handle = await open(file, 'r');
    const { size } = await handle.stat();
    return await answer(request, handle, size, types[path.extname(file).toLowerCase()] ?? 'application/octet-stream');
  } catch (problem) {
    return empty(isMissing(problem) ? 404 : 500, {});
  } finally {
    await handle?.close();
  }
}

async function answer(request: Request, handle: FileHandle, size: number, type: string): Promise<Response> {
  // HTTP defines ranges for GET alone; a HEAD is answered as the whole file would be.
  const range = parseByteRange(request.method === 'GET' ? request.headers.get('range') : null, size);
  if (range.kind === 'unsatisfiable')
    return empty(416, { 'Content-Range': `bytes */${size}`, 'Accept-Ranges': 'bytes' });
  const [start, end] = range.kind === 'part' ? [range.start, range.end] : [0, size - 1];
  const headers = {
    'Content-Type': type,
    'Content-Length': String(end - start + 1),
    'Accept-Ranges': 'bytes',
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
    ...(range.kind === 'part' ? { 'Content-Range': `bytes ${start}-${end}/${size}` } : {}),
  };
  const body = request.method === 'HEAD' ? null : await readBytes(handle, start, end - start + 1);
  return new Response(body, { status: range.kind === 'part' ? 206 : 200, headers });
}

/** Exactly `length` bytes from `start`; a file that shrank meanwhile throws rather than answer short. */
async function readBytes(handle: FileHandle, start: number, length: number): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(length);
  for (let read = 0; read < length;) {
    const { bytesRead } = await handle.read(bytes, read, length - read, start + read);
    if (bytesRead === 0) throw new Error('The file is shorter than it was');
    read += bytesRead;
  }
  return bytes;
}

/** The decoded name after the prefix; null where there is none or it is not decodable. */
function fileName(url: URL): string | null {
  if (!url.pathname.startsWith(MEDIA_PREFIX)) return null;
  try {
    return decodeURIComponent(url.pathname.slice(MEDIA_PREFIX.length));
  } catch {
    return null;
  }
}

function empty(status: number, headers: Readonly<Record<string, string>>): Response {
  return new Response(null, { status, headers });
}

function isMissing(problem: unknown): boolean {
  return problem instanceof Error && 'code' in problem && (problem.code === 'ENOENT' || problem.code === 'EISDIR');
}
