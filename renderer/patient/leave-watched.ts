import type { Patient } from './patient-context.ts';

/** Has it seen that a patient walks away from their questions: what they typed is kept, and nothing goes on sounding. */
export function leaveWatched({ store, listening, presence }: Patient): void {
  const look = (): void => {
    const { key, silent } = listening.get();
    presence.watch(store.get().asking !== null && (key === null || silent));
  };
  store.subscribe(look);
  listening.subscribe(look);
  presence.subscribe(() => {
    if (presence.get() !== 'asked') return;
    store.keep();
    listening.stop();
  });
  look();
}
