import { refuse } from './strict.ts';

/** What `protocol.registerSchemesAsPrivileged` may grant a scheme. */
export interface Privileges {
  readonly standard?: boolean;
  readonly secure?: boolean;
  readonly supportFetchAPI?: boolean;
  readonly stream?: boolean;
  readonly corsEnabled?: boolean;
  readonly bypassCSP?: boolean;
  readonly allowServiceWorkers?: boolean;
  readonly codeCache?: boolean;
}

/** The privileged schemes, filled before ready. */
export const privileged = new Map<string, Privileges>();

const labelOf = (scheme: string): string => (scheme === 'app' ? '' : `.${scheme}`);

/**
 * Chromium opens no unknown scheme, so `app://stillroom/x` becomes `https://stillroom.invalid/x`: a secure origin that exists nowhere.
 * Other schemes carry their name in the host.
 */
export function toBrowser(url: string): string {
  const parsed = new URL(url);
  const scheme = parsed.protocol.slice(0, -1);
  const granted = privileged.get(scheme);
  if (granted === undefined)
    return refuse(`${scheme}:// is not a privileged scheme: register it before ready to load ${url}.`);
  if (granted.standard !== true || granted.secure !== true)
    return refuse(`${scheme}:// must be registered as standard and secure to be loaded in the stand-in.`);
  return `https://${parsed.host}${labelOf(scheme)}.invalid${url.slice(url.indexOf(parsed.host) + parsed.host.length) || '/'}`;
}

/** The app's own address of a made-up one; any other address comes back unchanged. */
export function fromBrowser(url: string): string {
  const match = /^https:\/\/([^/?#]+)\.invalid(?=[/?#]|$)/.exec(url);
  const hostName = match?.[1];
  if (match === null || hostName === undefined) return url;
  for (const scheme of privileged.keys()) {
    const label = labelOf(scheme);
    if (label === '' ? !hostName.includes('.') : hostName.endsWith(label))
      return `${scheme}://${hostName.slice(0, hostName.length - label.length)}${url.slice(match[0].length)}`;
  }
  return url;
}

/** The origin of an app address, as the page's frame would report it. */
export function originOf(url: string): string {
  const match = /^([a-z][a-z0-9+.-]*:\/\/[^/?#]*)/i.exec(url);
  return match?.[1] ?? 'null';
}

/** A policy written for the app's schemes, made to mean the same at the made-up origin. */
export function policyForBrowser(policy: string): string {
  let text = policy;
  for (const scheme of privileged.keys())
    text = text.replace(new RegExp(`\\b${scheme}:(?://([a-z0-9-]+))?(?=[\\s;/]|$)`, 'g'), (_all, name?: string) =>
      name === undefined ? `https://*${labelOf(scheme)}.invalid` : `https://${name}${labelOf(scheme)}.invalid`,
    );
  return text;
}
