/**
 * Main's side outside of the page: answers over a socket of this machine, one text a message as Electron carries them. What a
 * driver's own binding adds (each message a script of the debugger's) would be measured along.
 */
export function recordSocket(address: string): (message: string) => Promise<string> {
  const waiting = new Map<string, (answer: string) => void>();
  const socket = new WebSocket(address);
  const open = new Promise<void>((resolve, reject) => {
    socket.addEventListener('open', () => resolve());
    socket.addEventListener('error', () => reject(new Error('The record does not answer')));
  });
  socket.addEventListener('message', ({ data }: MessageEvent<string>) => {
    const end = data.indexOf(' ');
    const id = data.slice(0, end);
    waiting.get(id)?.(data.slice(end + 1));
    waiting.delete(id);
  });
  let last = 0;
  return async (message) => {
    await open;
    last += 1;
    const id = String(last);
    return new Promise((resolve) => {
      waiting.set(id, resolve);
      socket.send(`${id} ${message}`);
    });
  };
}
