import { execFileSync } from 'node:child_process';
import { chownSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ownNetwork, type OwnNetwork } from './own-network.ts';
import { pause, type Closer } from './sound-server.ts';

/** The Open Lighting Architecture's daemon, as a receiver of Art-Net and sACN. */
export interface Olad {
  readonly network: OwnNetwork;
  /** The 512 numbers of a universe as it has them now. */
  readonly read: (universe: number) => Promise<readonly number[]>;
}

/** Which of its universes come in by what; Art-Net addresses and sACN universes have the same numbers. */
export interface OladInputs {
  readonly artNet: readonly number[];
  readonly sacn: readonly number[];
}

const HTTP_PORT = 9090;
/** Plugins that look for hardware, or for other networks. */
const UNUSED =
  'dummy espnet ftdidmx gpio karate kinet milinst opendmx openpixelcontrol osc pathport renard sandnet shownet spi stageprofi uartdmx usbdmx usbserial';
const DEVICE = { artNet: '2-1', sacn: '11-1' };

/** It refuses to run as root and ignores the loopback network: it runs as its own user in a network of its own. */
export async function startOlad(close: Closer, inputs: OladInputs): Promise<Olad> {
  const folder = mkdtempSync(path.join(tmpdir(), 'olad-'));
  close.add(() => rmSync(folder, { recursive: true, force: true }));
  const [user, group] = ['-u', '-g'].map(idOfOlad);
  const keep = (name: string, lines: readonly string[]): void =>
    writeFileSync(path.join(folder, `ola-${name}.conf`), `${lines.join('\n')}\n`);
  for (const plugin of UNUSED.split(' ')) keep(plugin, ['enabled = false']);
  keep('port', [
    ...inputs.artNet.map((universe, port) => `${DEVICE.artNet}-I-${port} = ${universe}`),
    ...inputs.sacn.map((universe, port) => `${DEVICE.sacn}-I-${port} = ${universe}`),
  ]);
  for (const file of ['.', ...UNUSED.split(' ').map((plugin) => `ola-${plugin}.conf`), 'ola-port.conf']) {
    chownSync(path.join(folder, file), user ?? 0, group ?? 0);
  }
  const network = await ownNetwork(
    close,
    (theirs) => [
      ...['--reuid', String(user), '--regid', String(group), '--clear-groups'],
      ...['olad', '--config-dir', folder, '--interface', theirs, '--http-port', String(HTTP_PORT)],
      ...['--no-register-with-dns-sd', '--log-level', '3'],
    ],
    { ...process.env, HOME: folder },
  );
  const ask = async (place: string): Promise<unknown> =>
    (await fetch(`http://${network.theirs}:${HTTP_PORT}/${place}`, { signal: AbortSignal.timeout(5000) })).json();
  await untilAnswers(() => ask('json/server_stats'), network);
  return {
    network,
    read: async (universe) => ((await ask(`get_dmx?u=${universe}`)) as { readonly dmx: readonly number[] }).dmx,
  };
}

function idOfOlad(which: string): number {
  try {
    return Number(execFileSync('id', [which, 'olad'], { stdio: 'pipe' }));
  } catch {
    throw new Error('olad is not installed (Debian: ola), or its user is missing.');
  }
}

async function untilAnswers(ask: () => Promise<unknown>, network: OwnNetwork): Promise<void> {
  for (let tries = 0; tries < 1_200; tries += 1) {
    try {
      await ask();
      return;
    } catch {
      await pause(50);
    }
  }
  throw new Error(`olad does not answer:\n${network.said()}`);
}
