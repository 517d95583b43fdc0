import { randomUUID } from 'node:crypto';
import { globalShortcut } from 'electron';
import type { SessionRunner } from '../session/runner.ts';
import { roomScene } from '../../shared/lights/scene.ts';
import type { Lights } from './lights.ts';

/** Works whatever window is in front, or none: the key of "lights full" on the locked screens, with two more against chance. */
export const FULL_KEYS = 'Control+Shift+F7';

export interface FullShortcutParts {
  readonly lights: Pick<Lights, 'full'>;
  /** The session in the room, where there is one. */
  readonly live: () => SessionRunner | null;
  /** Another program has these keys. */
  readonly onTaken: () => void;
}

/** Takes the keys that light every lamp without any window of ours. Electron gives them back when the app ends. */
export function takeFullKeys({ lights, live, onTaken }: FullShortcutParts): void {
  const press = (): void => {
    void lights.full(roomScene(1, null));
    void recordFull(live());
  };
  if (!globalShortcut.register(FULL_KEYS, press)) onTaken();
}

/** Nobody can say who pressed: like a press at the locked screen. */
async function recordFull(runner: SessionRunner | null): Promise<void> {
  if (runner === null) return;
  const envelope = {
    sessionId: runner.ahead.sessionId,
    commandId: randomUUID(),
    seenSeq: runner.ahead.seq,
    command: { type: 'lightsFull' } as const,
  };
  await runner.execute(envelope, { kind: 'unsigned' });
}
