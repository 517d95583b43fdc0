import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { startPatientCatalogue } from '../i18n/patient/start.ts';
import { App } from './app.tsx';
import { IntakeStore } from './intake-store.ts';
import type { Listening } from './listening.ts';
import type { MainSide } from './main-side.ts';
import { PatientContext } from './patient-context.ts';
import '../theme/base.css';
import './patient.css';

/** Draws the patient window into `root`. No shortcut of the room is heard here. */
export function drawPatient(root: HTMLElement, main: MainSide, listening: Listening): void {
  startPatientCatalogue();
  const store = new IntakeStore({
    main,
    memory: window.sessionStorage,
    after: (ms, call) => {
      const timer = window.setTimeout(call, ms);
      return () => window.clearTimeout(timer);
    },
  });
  // A long press is a press.
  window.addEventListener('contextmenu', (event) => event.preventDefault());
  void store.read();
  createRoot(root).render(
    <StrictMode>
      <PatientContext value={{ store, listening }}>
        <App />
      </PatientContext>
    </StrictMode>,
  );
}
