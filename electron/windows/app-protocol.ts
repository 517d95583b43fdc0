import { protocol } from 'electron';
import { APP_HOST, APP_SCHEME } from './origin.ts';
import { servePage } from './pages.ts';

/** Must run before `ready`: pages and media of `app://` are a secure, standard, streaming origin. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: APP_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } },
  ]);
}

/** Serves the built pages of `rendererFolder` and, below `/media/`, what `media` answers. */
export function serveApp(rendererFolder: string, media: (request: Request) => Promise<Response>): void {
  protocol.handle(APP_SCHEME, async (request) => {
    const url = new URL(request.url);
    if (url.host !== APP_HOST) return new Response(null, { status: 404 });
    if (url.pathname.startsWith('/media/')) return media(request);
    return servePage(rendererFolder, url.pathname);
  });
}
