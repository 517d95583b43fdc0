/** Address of a file of the music folder, by its path below it. */
export function addressOf(file: string): string {
  return new URL(`media/${file.split('/').map(encodeURIComponent).join('/')}`, document.baseURI).href;
}

/** Keys of a keyboard or headset that would stop the music behind everybody's back do nothing by themselves; `heard` hears of them. */
export function takeMediaKeys(heard: (action: MediaSessionAction) => void = () => undefined): void {
  for (const action of [
    'play',
    'pause',
    'stop',
    'seekbackward',
    'seekforward',
    'previoustrack',
    'nexttrack',
  ] as const) {
    navigator.mediaSession.setActionHandler(action, () => heard(action));
  }
}

/** Calls every `ms` until the returned function is called. */
export function every(ms: number, call: () => void): () => void {
  const timer = setInterval(call, ms);
  return () => clearInterval(timer);
}

/** Calls once after `ms`, unless the returned function is called before. */
export function after(ms: number, call: () => void): () => void {
  const timer = setTimeout(call, ms);
  return () => clearTimeout(timer);
}
