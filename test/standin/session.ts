import type { Json } from './browser/pipe.ts';
import { host } from './host.ts';
import { originOf } from './origins.ts';
import { refuse, strict } from './strict.ts';

type RequestHandler = (contents: Json, permission: string, callback: (granted: boolean) => void, details: Json) => void;
type CheckHandler = (contents: Json, permission: string, origin: string, details: Json) => boolean;
type BeforeRequest = (details: Json, callback: (response: { cancel?: boolean }) => void) => void;

const handlers: { request: RequestHandler | null; check: CheckHandler | null; before: BeforeRequest | null } = {
  request: null,
  check: null,
  before: null,
};

const onBeforeRequest = (...given: unknown[]): void => {
  const listener = given.at(-1) as BeforeRequest | null;
  if (given.length > 1) refuse('The stand-in takes webRequest.onBeforeRequest without a filter only.');
  handlers.before = listener;
};

const defaultSession = strict('session', {
  setPermissionRequestHandler: (handler: RequestHandler | null): void => void (handlers.request = handler),
  setPermissionCheckHandler: (handler: CheckHandler | null): void => void (handlers.check = handler),
  setDevicePermissionHandler: (_handler: unknown): void => undefined,
  webRequest: strict('session.webRequest', { onBeforeRequest }),
});

/** `session`: one session, the default one, to be had once the app is ready. */
export const session = strict('session', {
  get defaultSession() {
    return host.ready ? defaultSession : refuse('Session can only be received when app is ready');
  },
});

/**
 * The permissions the stand-in can set in Chromium, as [Electron's name, Chromium's name]. `media` shows the names of loudspeakers,
 * for which Electron asks the check handler alone; nothing is ever recorded (see page-shim.ts).
 */
const permissions = [
  ['media', 'microphone'],
  ['geolocation', 'geolocation'],
  ['notifications', 'notifications'],
  ['midi', 'midi'],
  ['clipboard-read', 'clipboard-read'],
  ['screen-wake-lock', 'screen-wake-lock'],
] as const;

async function isGranted(contents: object, permission: string, url: string): Promise<boolean> {
  const origin = `${originOf(url)}/`;
  const details = { requestingUrl: url, isMainFrame: true, securityOrigin: origin, mediaType: 'audio' };
  if (handlers.check?.(contents, permission, origin, details) === false) return false;
  const { request } = handlers;
  if (request === null || permission === 'media') return true;
  return new Promise((resolve) => request(contents, permission, resolve, details));
}

/** Chromium asks nobody here: each permission is put to the app's own handlers before a page loads, and set to what they answer. */
export async function decidePermissions(contents: object, url: string): Promise<{ name: string; granted: boolean }[]> {
  return Promise.all(
    permissions.map(async ([permission, name]) => ({ name, granted: await isGranted(contents, permission, url) })),
  );
}

/** Whether the app's own filter lets a request pass. */
export function passesFilter(url: string, resourceType: string, method: string): Promise<boolean> {
  const { before } = handlers;
  if (before === null) return Promise.resolve(true);
  return new Promise((resolve) => before({ url, method, resourceType }, ({ cancel }) => resolve(cancel !== true)));
}
