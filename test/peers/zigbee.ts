import { connectAsync } from 'mqtt';

/** What a lamp was told, and when (ms of the monotonic clock). */
export interface Told {
  readonly at: number;
  readonly topic: string;
  readonly message: Record<string, unknown>;
}

/** A Zigbee2MQTT as its documents describe it, as far as lamps go: it takes what is set and says where its lamps are. */
export interface Zigbee {
  readonly told: readonly Told[];
  /** Resolves with the first message from `from` on that is as wanted. */
  readonly until: (wanted: (told: Told) => boolean, from?: number) => Promise<Told>;
  readonly say: (topic: string, payload: string | Buffer, retain?: boolean) => Promise<void>;
  readonly end: () => Promise<void>;
}

/**
 * @param url of the broker
 * @param topics the lamps' own; everything set there is taken and said back at once, as an optimistic lamp does
 */
export async function startZigbee(url: string, topics: readonly string[]): Promise<Zigbee> {
  const told: Told[] = [];
  const waiting = new Set<() => void>();
  const client = await connectAsync(url, { protocolVersion: 5, reconnectPeriod: 50, queueQoSZero: false });
  client.on('error', () => undefined);
  client.on('message', (topic, payload) => {
    const message = JSON.parse(payload.toString('utf8')) as Record<string, unknown>;
    told.push({ at: performance.now(), topic, message });
    client.publish(topic.slice(0, -'/set'.length), JSON.stringify(message));
    for (const look of waiting) look();
  });
  await client.subscribeAsync(
    topics.map((topic) => `${topic}/set`),
    { qos: 1 },
  );
  return {
    told,
    until: (wanted, from = 0) =>
      new Promise((resolve) => {
        const look = (): void => {
          const found = told.slice(from).find(wanted);
          if (found === undefined) return;
          waiting.delete(look);
          resolve(found);
        };
        waiting.add(look);
        look();
      }),
    say: async (topic, payload, retain = false) => {
      await client.publishAsync(topic, payload, { qos: 1, retain });
    },
    end: async () => {
      await client.endAsync(true);
    },
  };
}
