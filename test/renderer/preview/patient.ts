/// <reference types="vite/client" />
import { drawPatient } from '../../../renderer/patient/draw-patient.tsx';
import type { Heard, Listening } from '../../../renderer/patient/listening.ts';
import { openChoice } from '../../../shared/intake/choice.ts';
import { offered } from '../../../shared/intake/offered-set.ts';
import { catalogSchema } from '../../../shared/music/set.ts';
import catalogue from '../../../assets/music/catalog.json' with { type: 'json' };
import { inPageIntake, type InPageIntake } from '../../helpers/in-page/intake.ts';

/**
 * The patient window with main's side in the page and no sound: `?last` has an earlier visit, `?own` files that staff
 * brought in, `?resting`, `?alone` no course, `?mute` music that cannot be heard, `?voices` a set with voices and drums, `?sheet` a
 * PHQ-9 to fill in first.
 */
declare global {
  interface Window {
    stillroomIntake?: InPageIntake;
  }
}

const asked = new URLSearchParams(location.search);
const sets = catalogSchema.parse(catalogue).sets.map((set) => offered(`hash-${set.id}`, set));
const [first, second] = sets;
if (first === undefined || second === undefined) throw new Error('There are no sets');
const sung = {
  ...second,
  musicHash: 'hash-sung',
  title: 'Evening Choir',
  description: 'Songs without haste',
  tracks: second.tracks.map((track) => ({ ...track, lyrics: true, percussion: track.intensity > 3, intensity: 1 })),
};

/** A listening that only says what would be heard. */
function pretended(): Listening {
  let heard: Heard = { key: null, silent: false };
  const listeners = new Set<() => void>();
  const show = (next: Heard): void => {
    heard = next;
    for (const listener of listeners) listener();
  };
  return {
    play: (key) => show(asked.has('mute') ? { key: null, silent: true } : { key, silent: false }),
    stop: () => show({ key: null, silent: false }),
    setLevel: () => undefined,
    setMissed: () => undefined,
    hear: () => undefined,
    get: () => heard,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

const intake = inPageIntake({
  sets: asked.has('voices') ? [...sets, sung] : sets,
  view: asked.has('resting') ? { screen: 'resting', asks: null } : {},
  asks: {
    inCourse: !asked.has('alone'),
    sheets: asked.has('sheet') ? [{ sheetId: 'sheet', questionnaire: 'phq9', answers: {}, skipped: [] }] : [],
    ownFiles: asked.has('own') ? { ...second, musicHash: 'hash-own' } : null,
    earlier: asked.has('last')
      ? [{ choice: { ...openChoice('en'), music: { kind: 'set', musicHash: first.musicHash }, scope: 'session' } }]
      : [],
  },
});
window.stillroomIntake = intake;
const root = document.getElementById('root');
if (root !== null) drawPatient(root, intake, pretended());
