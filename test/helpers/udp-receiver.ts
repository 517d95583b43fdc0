import { createSocket } from 'node:dgram';
import { once } from 'node:events';

/** A UDP port of ours that keeps what it is sent. */
export interface UdpReceiver {
  readonly port: number;
  readonly packets: Buffer[];
  /** Waits until so many packets have come since it was opened or cleared. */
  readonly have: (count: number) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** On loopback, on any free port unless one is named. */
export async function udpReceiver(port = 0): Promise<UdpReceiver> {
  const socket = createSocket('udp4');
  const packets: Buffer[] = [];
  socket.on('message', (packet) => packets.push(packet));
  socket.bind(port, '127.0.0.1');
  await once(socket, 'listening');
  return {
    port: socket.address().port,
    packets,
    have: async (count) => {
      while (packets.length < count) await once(socket, 'message');
    },
    close: async () => {
      socket.close();
      await once(socket, 'close');
    },
  };
}
