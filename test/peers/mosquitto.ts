import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { freePort } from '../helpers/free-port.ts';
import type { SelfSigned } from '../helpers/self-signed.ts';

export interface BrokerOptions {
  /** Without it everybody may come in. */
  readonly user?: { readonly name: string; readonly password: string };
  /** Encrypts. */
  readonly certificate?: SelfSigned;
}

/** A Mosquitto of our own on a port of the loopback, in a folder of its own; it keeps nothing. */
export interface Broker {
  readonly port: number;
  /** Ends it at once, as a crash does. */
  readonly stop: () => Promise<void>;
  /** Starts it again on the same port, with other options where they are given. */
  readonly start: (options?: BrokerOptions) => Promise<void>;
  /** Ends it and removes its folder. */
  readonly end: () => Promise<void>;
}

/** Starts a broker that is ready when this resolves. */
export async function startMosquitto(first: BrokerOptions = {}): Promise<Broker> {
  const folder = mkdtempSync(path.join(tmpdir(), 'stillroom-mosquitto-'));
  chmodSync(folder, 0o755);
  let port = 0;
  let options = first;
  let child: ChildProcess | null = null;

  const start = async (): Promise<void> => {
    writeFileSync(path.join(folder, 'mosquitto.conf'), configOf(folder, port, options));
    const started = spawn('mosquitto', ['-c', path.join(folder, 'mosquitto.conf')], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    child = started;
    const lines = createInterface({ input: started.stderr });
    const said: string[] = [];
    let runs = false;
    for await (const line of lines) {
      said.push(line);
      runs = /mosquitto version \S+ running/.test(line);
      if (runs) break;
    }
    if (!runs) throw new Error(`mosquitto did not start:\n${said.join('\n')}`);
    started.stderr.resume();
  };

  const stop = async (): Promise<void> => {
    const ended = child;
    child = null;
    if (ended === null || ended.exitCode !== null || ended.signalCode !== null) return;
    ended.kill('SIGKILL');
    await once(ended, 'exit');
  };

  // Somebody else may have taken the port between its being found free and the broker's start.
  for (let tries = 1; ; tries += 1) {
    port = await freePort();
    try {
      await start();
      break;
    } catch (error) {
      if (tries === 5) throw error;
    }
  }
  return {
    port,
    stop,
    start: async (next = options) => {
      options = next;
      await start();
    },
    end: async () => {
      await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function configOf(folder: string, port: number, { user, certificate }: BrokerOptions): string {
  const file = (name: string): string => path.join(folder, name);
  const lines = [`listener ${port} 127.0.0.1`, 'persistence false', 'log_dest stderr', 'log_type all', 'user root'];
  if (user === undefined) lines.push('allow_anonymous true');
  else {
    const made = spawnSync('mosquitto_passwd', ['-b', '-c', file('passwords'), user.name, user.password]);
    if (made.status !== 0) throw new Error('mosquitto_passwd failed');
    lines.push('allow_anonymous false', `password_file ${file('passwords')}`);
  }
  if (certificate !== undefined) {
    writeFileSync(file('broker.crt'), certificate.cert);
    writeFileSync(file('broker.key'), certificate.key);
    lines.push(`certfile ${file('broker.crt')}`, `keyfile ${file('broker.key')}`);
  }
  return `${lines.join('\n')}\n`;
}
