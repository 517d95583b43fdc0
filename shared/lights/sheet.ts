import type { Session } from '../session/state.ts';
import { darkestFor, notDarkerThan } from './floor.ts';
import type { Scene } from './scene.ts';

type Lit = Pick<Session, 'intake' | 'lighting' | 'lights'>;

/** Where the cue sheet has led the light so far, in what the patient accepts; null before its first cue. */
export function sheetScene(session: Lit): Scene | null {
  const { sheet } = session.lighting;
  return sheet === null ? null : notDarkerThan(sheet, darkestFor(session));
}

/** Whether the light was led away from there. */
export function isOffSheet(session: Lit): boolean {
  const sheet = sheetScene(session);
  return sheet !== null && session.lights !== null && JSON.stringify(sheet) !== JSON.stringify(session.lights.scene);
}
