import type { Cue } from '../../shared/cues/cue.ts';
import { sameCues, sheetHistoryOf, type SheetHistory } from '../../shared/cues/sheet-history.ts';
import { roomScene } from '../../shared/lights/scene.ts';
import type { Protocol } from '../../shared/protocol/schema.ts';

/** The version on the screen, with what was drawn since. */
export interface OpenSheet {
  readonly protocol: Protocol;
  readonly history: SheetHistory;
  readonly chosenId: string | null;
}

/** A version as it was saved. */
export function openSheet(protocol: Protocol): OpenSheet {
  return { protocol, history: sheetHistoryOf(protocol.cues), chosenId: null };
}

/** Whether leaving would lose something. */
export function isUnsaved(open: OpenSheet | null): boolean {
  return open !== null && !sameCues(open.history.now, open.protocol.cues);
}

const MINUTE = 60_000;

/** A cue that is new: five minutes after the chosen one, else in the middle of the infusion, gentle and warm. */
export function newCue(kind: Cue['action']['kind'], id: string, open: OpenSheet): Cue {
  const chosen = open.history.now.find((cue) => cue.id === open.chosenId);
  const anchor: Cue['anchor'] =
    chosen === undefined
      ? { from: 'start', offsetMs: Math.round(open.protocol.infusionMs / 2 / MINUTE) * MINUTE }
      : { ...chosen.anchor, offsetMs: chosen.anchor.offsetMs + (chosen.anchor.from === 'zero' ? -5 : 5) * MINUTE };
  return { id, anchor, action: newAction(kind) };
}

function newAction(kind: Cue['action']['kind']): Cue['action'] {
  if (kind === 'scene') return { kind, scene: roomScene(0.2, 2200), fadeMs: MINUTE };
  return kind === 'music' ? { kind, phase: 'build' } : { kind, code: 'dimRoom' };
}
