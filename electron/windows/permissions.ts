import { APP_ORIGIN } from './origin.ts';

/**
 * Whether a page may know of something without asking: our own pages may choose a loudspeaker, and read the names of
 * those there are, which Chromium keeps behind the check for sound. Only the check: nothing is ever recorded.
 */
export function mayKnow(permission: string, origin: string, mediaType: string | undefined): boolean {
  if (origin !== APP_ORIGIN && origin !== `${APP_ORIGIN}/`) return false;
  return permission === 'speaker-selection' || (permission === 'media' && mediaType === 'audio');
}

/** Whether a page may have what it asks for: to choose a loudspeaker. A microphone, a camera and all else are refused. */
export function mayHave(permission: string): boolean {
  return permission === 'speaker-selection';
}
