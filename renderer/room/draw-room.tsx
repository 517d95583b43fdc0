import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import type { WindowBridge } from '../../shared/ipc/channels.ts';
import { createClient } from '../client/client.ts';
import { RoomContext, type Room } from '../client/room-context.ts';
import { runShortcut } from '../client/shortcuts.ts';
import { SessionStore, type Evolve } from '../client/store.ts';
import { createWindowClock } from '../client/window-clock.ts';
import { startCatalogue } from '../i18n/i18n.ts';
import { App } from './app.tsx';
import '../theme/base.css';

/** Draws the room window into `root`, on the given bridge. */
export function drawRoom(root: HTMLElement, bridge: WindowBridge, evolve: Evolve): void {
  startCatalogue();
  const performanceNow = () => performance.now();
  const client = createClient(bridge);
  const clock = createWindowClock(client, performanceNow);
  const newId = () => crypto.randomUUID();
  const room: Room = {
    client,
    clock,
    store: new SessionStore({ client, evolve, newId, performanceNow, setClock: clock.set }),
  };
  window.addEventListener('keydown', runShortcut);
  createRoot(root).render(
    <StrictMode>
      <RoomContext value={room}>
        <App />
      </RoomContext>
    </StrictMode>,
  );
}
