import { host } from './host.ts';
import { policyForBrowser, privileged, type Privileges, fromBrowser } from './origins.ts';
import { refuse, strict } from './strict.ts';
import type { Json } from './browser/pipe.ts';
import type { Page } from './windows/page.ts';

type Handler = (request: Request) => Response | Promise<Response>;

const handlers = new Map<string, Handler>();

/** The most an answer to a range request may carry, and any other answer, in bytes: answers are held whole in memory. */
export const mostBytes = { range: 1024 * 1024, whole: 32 * 1024 * 1024 } as const;

export const protocol = strict('protocol', {
  registerSchemesAsPrivileged(schemes: { scheme: string; privileges?: Privileges }[]): void {
    if (host.ready) refuse('protocol.registerSchemesAsPrivileged should be called before app is ready');
    if (privileged.size > 0)
      refuse('protocol.registerSchemesAsPrivileged may be called once: a second call would replace the first.');
    for (const { scheme, privileges } of schemes) privileged.set(scheme, privileges ?? {});
  },
  handle(scheme: string, handler: Handler): void {
    if (!host.ready) refuse('protocol.handle can only be called once the app is ready.');
    if (handlers.has(scheme)) refuse(`Failed to register protocol: ${scheme} is handled already`);
    if (['http', 'https', 'file', 'data', 'blob'].includes(scheme))
      refuse(`The stand-in does not let the app handle ${scheme}://.`);
    handlers.set(scheme, handler);
  },
  unhandle(scheme: string): void {
    if (!handlers.delete(scheme)) refuse(`Failed to unhandle protocol: ${scheme} is not handled`);
  },
  isProtocolHandled: (scheme: string): boolean => handlers.has(scheme),
});

/** Whether a request of this kind may use a scheme at all; the sentence why not, or null. */
function whyNotServed(scheme: string, resourceType: string): string | null {
  const granted = privileged.get(scheme) ?? {};
  if (!handlers.has(scheme)) return `no protocol.handle for ${scheme}://`;
  if (resourceType === 'Media' && granted.stream !== true)
    return `media over ${scheme}:// needs the privilege "stream"`;
  if ((resourceType === 'Fetch' || resourceType === 'XHR') && granted.supportFetchAPI !== true)
    return `fetch over ${scheme}:// needs the privilege "supportFetchAPI"`;
  return null;
}

function requestFor(params: Json, url: string): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(params.request.headers as Record<string, string>))
    headers.set(name, /^(origin|referer)$/i.test(name) ? fromBrowser(value) : value);
  const method: string = params.request.method;
  const entries = (params.request.postDataEntries ?? []) as { bytes?: string }[];
  const body =
    method === 'GET' || method === 'HEAD'
      ? null
      : Buffer.concat(entries.map(({ bytes }) => Buffer.from(bytes ?? '', 'base64')));
  return new Request(url, { method, headers, body });
}

async function answer(params: Json, url: string, handler: Handler): Promise<Json> {
  const response = await handler(requestFor(params, url));
  const body = Buffer.from(await response.arrayBuffer());
  const most = response.status === 206 ? mostBytes.range : mostBytes.whole;
  if (body.length > most)
    refuse(`The answer for ${url} carries ${body.length} bytes; at most ${most} are allowed (${response.status}).`);
  const responseHeaders = [...response.headers].map(([name, value]) => ({
    name,
    value: name.startsWith('content-security-policy') ? policyForBrowser(value) : fromBrowser(value),
  }));
  return { requestId: params.requestId, responseCode: response.status, responseHeaders, body: body.toString('base64') };
}

/** Answers one request of a page out of protocol.handle, or stops it: nothing else is reachable. */
export async function serve(page: Page, params: Json): Promise<void> {
  const stop = (errorReason: string, why: string | null): void => {
    if (why !== null) process.stderr.write(`[stand-in] ${why}\n`);
    page.tell('Fetch.failRequest', { requestId: params.requestId, errorReason });
  };
  const url = fromBrowser(params.request.url);
  const scheme = new URL(url).protocol.slice(0, -1);
  if (!privileged.has(scheme))
    return stop(
      'BlockedByClient',
      `stopped a request to ${new URL(url).origin}: nothing but the app itself is reachable`,
    );
  const reason = whyNotServed(scheme, params.resourceType);
  const handler = handlers.get(scheme);
  if (reason !== null || handler === undefined) return stop('AccessDenied', reason);
  try {
    page.tell('Fetch.fulfillRequest', await answer(params, url, handler));
  } catch (error) {
    stop('Failed', `protocol.handle failed: ${(error as Error).message}`);
  }
}
