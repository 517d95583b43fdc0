import type { WebSocket } from 'ws';

/**
 * What a broken or hostile one does: before the greeting (`mute`, `redirect`, `noSocket`), to a command (`silence`, `drop`,
 * `refuse`, `oddResult`; `deaf` also to a ping), or by itself once somebody is let in (`garbage`, `huge`, `endless`, `strangers`).
 */
export type HomeTrouble =
  | 'mute'
  | 'redirect'
  | 'noSocket'
  | 'silence'
  | 'deaf'
  | 'drop'
  | 'refuse'
  | 'oddResult'
  | 'garbage'
  | 'huge'
  | 'endless'
  | 'strangers';

/**
 * Makes trouble for a client that was let in; `id` is that of its command, null right after the greeting.
 * @returns whether the command is thereby done with
 */
export function makeHomeTrouble(trouble: HomeTrouble, socket: WebSocket, id: number | null): boolean {
  switch (trouble) {
    case 'silence':
      return id !== null;
    case 'drop':
      if (id !== null) socket.terminate();
      return id !== null;
    case 'refuse':
      if (id !== null) {
        const error = { code: 'home_assistant_error', message: 'The lamp said no.' };
        socket.send(JSON.stringify({ id, type: 'result', success: false, error }));
      }
      return id !== null;
    case 'oddResult':
      if (id !== null) socket.send(JSON.stringify({ id, type: 'result', success: false }));
      return id !== null;
    case 'garbage':
      if (id === null) socket.send('<html>\u0000not json');
      return false;
    case 'huge':
      if (id === null) socket.send(JSON.stringify({ type: 'event', id: 3, event: 'x'.repeat(20 * 1024 * 1024) }));
      return false;
    case 'endless':
      if (id === null) flood(socket);
      return false;
    case 'strangers':
      if (id === null) tellStrangers(socket);
      return false;
    default:
      return false;
  }
}

/** Says something for as long as somebody reads. */
function flood(socket: WebSocket): void {
  const more = (problem?: Error): void => {
    if (problem != null || socket.readyState !== socket.OPEN) return;
    for (let i = 0; i < 99; i += 1) socket.send('{"id":3,"type":"event","event":{}}');
    socket.send('{"id":3,"type":"event","event":{}}', more);
  };
  more();
}

/** Well-formed messages that nobody asked for, and some that are not quite what they should be. */
function tellStrangers(socket: WebSocket): void {
  const messages: readonly unknown[] = [
    { id: 99, type: 'event', event: {} },
    { id: 99, type: 'pong' },
    { id: 99, type: 'result', success: false },
    { id: '3', type: 'event', event: {} },
    { type: 'event' },
    { type: 'nothing known' },
    [{ id: 3, type: 'event', event: { a: { 'light.one': null } } }],
    [],
  ];
  for (const message of messages) socket.send(JSON.stringify(message));
}
