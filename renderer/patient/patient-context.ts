import { createContext, useContext, useSyncExternalStore } from 'react';
import type { Asking, IntakeShown, IntakeStore } from './intake-store.ts';
import type { Heard, Listening } from './listening.ts';
import type { Presence, PresenceWatch } from './presence.ts';

/** What every screen of the patient window is given. */
export interface Patient {
  readonly store: IntakeStore;
  readonly listening: Listening;
  readonly presence: PresenceWatch;
}

export const PatientContext = createContext<Patient | null>(null);

/** The patient window around this screen; throws outside of it. */
export function usePatient(): Patient {
  const patient = useContext(PatientContext);
  if (patient === null) throw new Error('usePatient outside of PatientContext');
  return patient;
}

/** What is shown, and every change of it. */
export function useShown(): IntakeShown {
  const { store } = usePatient();
  return useSyncExternalStore(store.subscribe, store.get);
}

/** The questions; throws on a screen that shows none. */
export function useAsking(): Asking {
  const { asking } = useShown();
  if (asking === null) throw new Error('useAsking while nothing is asked');
  return asking;
}

/** What is heard just now. */
export function useHeard(): Heard {
  const { listening } = usePatient();
  return useSyncExternalStore(listening.subscribe, listening.get);
}

/** Whether somebody is before the screen. */
export function usePresence(): Presence {
  const { presence } = usePatient();
  return useSyncExternalStore(presence.subscribe, presence.get);
}
