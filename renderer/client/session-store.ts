import { useCallback, useSyncExternalStore } from 'react';
import type { Answer } from '../../shared/ipc/answer.ts';
import type { AppStatus } from '../../shared/ipc/contract.ts';
import type { CommandEnvelope, SessionCommand } from '../../shared/session/command.ts';
import type { PendingCommand, UnsavedCommand } from './outbox.ts';
import { useRoom } from './room-context.ts';
import type { SessionView, StoreState } from './store.ts';

export type { PendingCommand, UnsavedCommand } from './outbox.ts';
export type { SessionView } from './store.ts';

function useStore<T>(part: (state: StoreState) => T): T {
  const { store } = useRoom();
  return useSyncExternalStore(store.subscribe, () => part(store.get()));
}

/** What the app is doing as a whole; null until main has answered. */
export function useStatus(): AppStatus | null {
  return useStore((state) => state.status);
}

/** The open session, folded to its last event; null where none is open or it is still being read. */
export function useSession(): SessionView | null {
  return useStore((state) => state.view);
}

/** The session that runs in the room, where this window has it open; null otherwise. */
export function useLiveSession(): SessionView | null {
  return useStore(({ view, status }) => (view?.session.sessionId === status?.liveSessionId ? view : null));
}

/**
 * Sends a command of the open session. The answer is the first one: after `unsaved` the store goes on trying under the
 * same command id, and `useUnsaved` lists the very same `command` object until it is on disk. `as`: somebody else enters it.
 */
export function useCommand(): (command: SessionCommand, as?: CommandEnvelope['as']) => Promise<Answer<unknown>> {
  const { store } = useRoom();
  return useCallback(async (command, as) => store.send(command, as), [store]);
}

/** Commands that wait for main's first answer. */
export function usePending(): readonly PendingCommand[] {
  return useStore((state) => state.pending);
}

/** Entries that are not on disk yet, or were refused after all; oldest first. */
export function useUnsaved(): readonly UnsavedCommand[] {
  return useStore((state) => state.unsaved);
}

/** Whether anything waits for the disk, here or in main. */
export function useAnythingUnsaved(): boolean {
  const held = useStatus()?.unsaved ?? 0;
  return useUnsaved().some(({ state }) => state === 'retrying') || held > 0;
}
