import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';

/** Nothing from elsewhere, no inline script, no eval, no frames, no forms, nothing but our own origin. */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "media-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/** One file of the built pages; anything outside of the folder or of an unknown type does not exist. */
export async function servePage(folder: string, pathname: string): Promise<Response> {
  try {
    const file = normalize(join(folder, decodeURIComponent(pathname)));
    const type = types[extname(file)];
    if (!file.startsWith(folder + sep) || type === undefined) return new Response(null, { status: 404 });
    return new Response(await readFile(file), {
      headers: {
        'content-type': type,
        'content-security-policy': CONTENT_SECURITY_POLICY,
        'x-content-type-options': 'nosniff',
        'cache-control': 'no-store',
      },
    });
  } catch {
    return new Response(null, { status: 404 });
  }
}
