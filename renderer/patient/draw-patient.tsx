import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { startPatientCatalogue } from '../i18n/patient/start.ts';
import { after } from '../player/window-media.ts';
import { App } from './app.tsx';
import { IntakeStore } from './intake-store.ts';
import type { Listening } from './listening.ts';
import type { MainSide } from './main-side.ts';
import { leaveWatched } from './leave-watched.ts';
import { PatientContext } from './patient-context.ts';
import { createPresence } from './presence.ts';
import '../theme/base.css';
import './patient.css';

/** Draws the patient window into `root`. No shortcut of the room is heard here. */
export function drawPatient(root: HTMLElement, main: MainSide, listening: Listening): void {
  startPatientCatalogue();
  const store = new IntakeStore({ main, memory: window.sessionStorage, after });
  const presence = createPresence(after);
  leaveWatched({ store, listening, presence });
  for (const touch of ['pointerdown', 'keydown', 'input', 'wheel'] as const)
    window.addEventListener(touch, presence.touched, { capture: true, passive: true });
  // A long press is a press.
  window.addEventListener('contextmenu', (event) => event.preventDefault());
  void store.read();
  createRoot(root).render(
    <StrictMode>
      <PatientContext value={{ store, listening, presence }}>
        <App />
      </PatientContext>
    </StrictMode>,
  );
}
