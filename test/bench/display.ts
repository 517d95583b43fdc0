import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';

/** A display for windows that nobody looks at. */
export interface Display {
  readonly name: string;
  readonly close: () => void;
}

/** An X server of our own, without a screen behind it. */
export async function openDisplay(): Promise<Display> {
  const server: ChildProcess = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1500x1000x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const failed = once(server, 'error').then(([error]) => {
    throw new Error(`Xvfb is needed to measure windows and did not start: ${(error as Error).message}`);
  });
  const told = once(server.stdio[3] as NonNullable<(typeof server.stdio)[3]>, 'data').then(([text]) =>
    String(text).trim(),
  );
  return { name: `:${await Promise.race([told, failed])}`, close: () => void server.kill() };
}
