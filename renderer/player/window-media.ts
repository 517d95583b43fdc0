/** Address of a file of the music folder, by its path below it. */
export function addressOf(file: string): string {
  return new URL(`media/${file.split('/').map(encodeURIComponent).join('/')}`, document.baseURI).href;
}

/** Keys of a keyboard or headset that would stop the music behind everybody's back do nothing. */
export function ignoreMediaKeys(): void {
  for (const action of [
    'play',
    'pause',
    'stop',
    'seekbackward',
    'seekforward',
    'previoustrack',
    'nexttrack',
  ] as const) {
    navigator.mediaSession.setActionHandler(action, () => undefined);
  }
}

/** Calls every `ms` until the returned function is called. */
export function every(ms: number, call: () => void): () => void {
  const timer = setInterval(call, ms);
  return () => clearInterval(timer);
}
