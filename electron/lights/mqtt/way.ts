import { randomBytes } from 'node:crypto';
import { MqttClient, type IClientOptions } from 'mqtt';
import { dial, type Place } from '../dial.ts';
import type { Way } from '../kept-open.ts';
import { LightError } from '../limited.ts';
import { guarded, type PacketLimits } from './packet-guard.ts';

/** One connection to a broker. */
export interface MqttWay extends Way {
  /** Resolves on the broker's acknowledgement. Rejects with `LightError`; never keeps a message for later. */
  readonly publish: (topic: string, payload: string) => Promise<void>;
  readonly subscribe: (topics: readonly string[]) => Promise<void>;
}

export interface MqttLogin {
  readonly place: Place;
  readonly user: string | null;
  readonly password: string | null;
}

export interface MqttParts {
  readonly limits: PacketLimits;
  /** ms of a monotonic clock. */
  readonly now: () => number;
  /** `retained`: kept by the broker from some time ago. */
  readonly onMessage: (topic: string, payload: Buffer, retained: boolean) => void;
  /** What the broker says for us once it hears no more of us; not kept. None for lamps, which stay as they are. */
  readonly will?: { readonly topic: string; readonly payload: string };
}

/** A broker that says nothing for this long, asked by a ping, is gone; s. */
const KEEPALIVE_S = 5;
const NO_MATCHING_SUBSCRIBERS = 16;

/**
 * Opens one MQTT 5 connection: clean start, no session, never opened again by itself. A client of its own for each connection has an empty store, so that nothing can be replayed.
 */
export async function openMqttWay(login: MqttLogin, parts: MqttParts, signal: AbortSignal): Promise<MqttWay> {
  const socket = await dial(login.place, signal);
  let reason = 'unreachable';
  const stream = guarded(socket, parts.limits, parts.now, () => (reason = 'strangeReply'));
  const client = new MqttClient(() => stream, optionsOf(login, parts));
  const end = (): void => void client.end(true);
  // For good: an error that nobody hears would end the program.
  client.on('error', (problem) => {
    if (reason === 'unreachable') reason = codeOf(problem);
    end();
  });
  client.on('disconnect', end);
  const unheard = new Set<number>();
  client.on('packetreceive', (packet) => {
    if (packet.cmd === 'puback' && packet.reasonCode === NO_MATCHING_SUBSCRIBERS && packet.messageId !== undefined) {
      unheard.add(packet.messageId);
    }
  });
  client.on('message', (topic, payload, { retain }) => parts.onMessage(topic, payload, retain));
  const closed = new Promise<string>((resolve) => {
    stream.once('close', () => {
      // Tells whoever waits for an acknowledgement that none will come.
      end();
      resolve(reason);
    });
  });
  const accepted = new Promise<null>((resolve) => client.once('connect', () => resolve(null)));
  const aborted = new Promise<string>((resolve) => signal.addEventListener('abort', () => resolve('timeout')));
  const refused = await Promise.race([accepted, closed, aborted]);
  if (refused !== null) {
    end();
    throw new LightError(refused);
  }

  return {
    closed,
    close: async () => {
      // Says goodbye, and does not wait for a broker that does not answer.
      client.end();
      socket.destroySoon();
      await closed;
    },
    publish: (topic, payload) =>
      new Promise((resolve, reject) => {
        if (!client.connected) return reject(new LightError('unreachable'));
        client.publish(topic, payload, { qos: 1, retain: false }, (problem) => {
          if (problem != null) reject(new LightError(codeOf(problem)));
          else if (unheard.delete(id)) reject(new LightError('nobodyListens'));
          else resolve();
        });
        const id = client.getLastMessageId();
      }),
    subscribe: (topics) =>
      new Promise((resolve, reject) => {
        if (topics.length === 0) return resolve();
        client.subscribe([...topics], { qos: 0 }, (problem) =>
          problem == null ? resolve() : reject(new LightError(codeOf(problem))),
        );
      }),
  };
}

function optionsOf({ user, password }: MqttLogin, { limits: { bytes }, will }: MqttParts): IClientOptions {
  return {
    ...(will === undefined
      ? {}
      : { will: { topic: will.topic, payload: Buffer.from(will.payload), qos: 1, retain: false } }),
    protocolVersion: 5,
    clientId: `stillroom-${randomBytes(6).toString('hex')}`,
    // A password without a user ends this client; a broker that wants one names a user as well.
    ...(user === null ? {} : { username: user }),
    ...(user === null || password === null ? {} : { password }),
    clean: true,
    reconnectPeriod: 0,
    resubscribe: false,
    queueQoSZero: false,
    keepalive: KEEPALIVE_S,
    properties: { sessionExpiryInterval: 0, maximumPacketSize: bytes },
    // Its own log would write the password where somebody asks for it by an environment variable.
    log: () => undefined,
  };
}

/** MQTT 5 reason codes in our words. */
function codeOf(problem: Error & { code?: unknown }): string {
  switch (problem.code) {
    case 134:
    case 135:
    case 138:
      return 'notAllowed';
    case 1:
    case 132:
      return 'wrongVersion';
    case 149:
      return 'strangeReply';
    default:
      return 'unreachable';
  }
}
