import { randomUUID } from 'node:crypto';
import { roomScene } from '../../shared/lights/scene.ts';
import type { SessionRunner } from '../session/runner.ts';
import type { Lights } from './lights.ts';

/** Works whatever window is in front, or none: the key of "lights full" on the locked screens, with two more against chance. */
export const FULL_KEYS = 'Control+Shift+F7';

export interface FullShortcutParts {
  /** Takes keys of the whole computer; false where another program has them. */
  readonly register: (keys: string, press: () => void) => boolean;
  readonly lights: Pick<Lights, 'full'>;
  /** The session in the room, where there is one. */
  readonly live: () => Pick<SessionRunner, 'ahead' | 'execute'> | null;
  /** Another program has these keys. */
  readonly onTaken: () => void;
}

/** Takes the keys that light every lamp without any window of ours. Electron gives them back when the app ends. */
export function takeFullKeys({ register, lights, live, onTaken }: FullShortcutParts): void {
  const taken = register(FULL_KEYS, () => {
    void lights.full(roomScene(1, null));
    void recordFull(live());
  });
  if (!taken) onTaken();
}

/** Nobody can say who pressed: like a press at the locked screen. */
async function recordFull(runner: Pick<SessionRunner, 'ahead' | 'execute'> | null): Promise<void> {
  if (runner === null) return;
  const { sessionId, seq } = runner.ahead;
  const command = { type: 'lightsFull' } as const;
  await runner.execute({ sessionId, commandId: randomUUID(), seenSeq: seq, command }, { kind: 'unsigned' });
}
