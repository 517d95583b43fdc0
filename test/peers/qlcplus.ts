import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ownNetwork, type OwnNetwork } from './own-network.ts';
import { pause, type Closer } from './sound-server.ts';

/** QLC+ without a screen: it takes a universe by sACN and one by Art-Net and sends on what it has, fifty times a second. */
export interface QlcPlus {
  readonly network: OwnNetwork;
  /** Called with the slots that QLC+ has of what came in by sACN (`sacn`) or Art-Net (`artnet`). */
  readonly onEcho: (listener: (from: Way, slots: Uint8Array) => void) => void;
}
export type Way = 'sacn' | 'artnet';

/** Numbers as they are on the wire. */
export const QLC_SACN_UNIVERSE = 1;
export const QLC_ART_NET_UNIVERSE = 1;
/** Universes of what it sends on, by the way on which it came in. */
const ECHOES: Readonly<Record<Way, number>> = { sacn: 11, artnet: 12 };
const UNIVERSE_AT = 113;
const SLOTS_AT = 126;

/** Line 0 is the loopback network, line 1 the cable. */
const workspace = (ours: string, port: number): string => {
  const universe = (id: number, plugin: string, way: Way): string => `
   <Universe Name="${way}" ID="${id}" Passthrough="True">
    <Input Plugin="${plugin}" Line="1"/>
    <Output Plugin="E1.31" Line="1">
     <PluginParameters multicast="0" ucastIP="${ours}" ucastPort="${port}" universe="${ECHOES[way]}"/>
    </Output>
   </Universe>`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE Workspace>
<Workspace xmlns="http://www.qlcplus.org/Workspace" CurrentWindow="FunctionManager">
 <Creator><Name>Q Light Controller Plus</Name><Version>4.12.6</Version><Author>peer test</Author></Creator>
 <Engine>
  <InputOutputMap>${universe(0, 'E1.31', 'sacn')}${universe(1, 'ArtNet', 'artnet')}
  </InputOutputMap>
 </Engine>
 <VirtualConsole/>
 <SimpleDesk/>
</Workspace>
`;
};

export async function startQlcPlus(close: Closer): Promise<QlcPlus> {
  const folder = mkdtempSync(path.join(tmpdir(), 'qlcplus-'));
  close.add(() => rmSync(folder, { recursive: true, force: true }));
  const socket = createSocket('udp4');
  socket.bind(0);
  await once(socket, 'listening');
  close.add(() => new Promise<void>((resolve) => socket.close(() => resolve())));
  const listeners: ((from: Way, slots: Uint8Array) => void)[] = [];
  let heard = false;
  socket.on('message', (packet) => {
    heard = true;
    const way = packet.readUInt16BE(UNIVERSE_AT) === ECHOES.sacn ? 'sacn' : 'artnet';
    for (const listener of listeners) listener(way, packet.subarray(SLOTS_AT));
  });
  const file = path.join(folder, 'peer.qxw');
  const network = await ownNetwork(
    close,
    (_theirs, ours) => {
      writeFileSync(file, workspace(ours, socket.address().port));
      return ['qlcplus', '--nowm', '--nogui', '--open', file, '--operate'];
    },
    { ...process.env, HOME: folder, XDG_RUNTIME_DIR: folder, QT_QPA_PLATFORM: 'offscreen' },
  );
  for (let tries = 0; tries < 600 && !heard; tries += 1) await pause(100);
  if (!heard) throw new Error(`QLC+ sends nothing:\n${network.said()}`);
  return { network, onEcho: (listener) => void listeners.push(listener) };
}
