import { useNow } from '../../client/clock.ts';
import { useSession, useStatus, type SessionView } from '../../client/session-store.ts';
import type { ClockReading } from '../../../shared/time/clock.ts';

/** The open session. Only below `SessionScreen`, which is not drawn without one. */
export function useView(): SessionView {
  const view = useSession();
  if (view === null) throw new Error('useView without an open session');
  return view;
}

/** The open session and the shown second. */
export function useViewNow(): SessionView & { readonly now: ClockReading } {
  return { ...useView(), now: useNow() };
}

/** Whether nobody is signed in: patient data is hidden then; clock, music, lights, entries and the emergency are not. */
export function useLocked(): boolean {
  return (useStatus()?.signedIn ?? null) === null;
}
