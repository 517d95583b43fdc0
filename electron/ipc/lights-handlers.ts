import { failure, success, type Answer } from '../../shared/ipc/answer.ts';
import type { FoundPlace } from '../../shared/ipc/lights.ts';
import type { LightsSetup } from '../../shared/lights/setup.ts';
import type { Front } from '../front.ts';
import type { ShownCertificate } from '../lights/certificate.ts';
import type { LampKeeper } from '../lights/lamp-keeper.ts';
import { LightError } from '../lights/limited.ts';
import type { Paired, PairParts } from '../lights/hue/pair.ts';
import { PRESS_WITHIN_MS } from '../lights/hue/pair.ts';
import { lampsOf, probe, PROBE_MS, type ProbeParts } from '../lights/probe.ts';
import type { LampRegistry } from '../lights/registry.ts';
import type { LampSecrets } from '../lights/secrets.ts';
import type { TryLamp } from '../lights/try-lamp.ts';
import { within } from '../lights/within.ts';
import type { JobHooks } from '../record/jobs/run-job.ts';
import type { RequestArgs } from '../../shared/ipc/contract.ts';
import type { Handlers } from './server.ts';

type LightsRequests = Exclude<Extract<keyof Handlers, `lights.${string}`>, 'lights.full'>;

export interface LightsHandlersParts {
  readonly setup: () => LightsSetup;
  /** Entries in the settings that could not be read. */
  readonly setAside: number;
  readonly keeper: LampKeeper;
  readonly registry: Pick<LampRegistry, 'link'>;
  readonly secrets: Pick<LampSecrets, 'get'>;
  readonly tryLamp: TryLamp;
  readonly probe: ProbeParts;
  readonly look: (signal: AbortSignal) => Promise<readonly FoundPlace[]>;
  readonly certificate: (host: string, usualPort: number, signal: AbortSignal) => Promise<ShownCertificate>;
  readonly pair: (host: string, parts: PairParts, signal: AbortSignal) => Promise<Paired>;
}

/** Where each kind listens when the clinic names no port. */
const usualPort = { hue: 443, mqtt: 8883, homeAssistant: 8123 } as const;

/**
 * Requests about the lamps of this room. Somebody has to be signed in, and a session leaves the lamps to itself: then
 * only a secret is given anew, or something removed.
 */
export function lightsHandlers(
  front: Pick<Front, 'board' | 'desk'>,
  parts: LightsHandlersParts,
): Pick<Handlers, LightsRequests> {
  const { keeper, tryLamp } = parts;
  const { timers } = parts.probe;
  let asking = new AbortController();

  const signed = async <T>(work: () => Promise<Answer<T>>): Promise<Answer<T>> =>
    front.board.now.signedIn === null ? failure('refused', 'access.signInNeeded') : work();
  const quiet = <T>(work: () => Promise<Answer<T>>): Promise<Answer<T>> =>
    signed(async () => (front.desk?.room.live == null ? work() : failure('refused', 'lights.sessionRuns')));
  /** Asks something outside; a newer question, or `lights.stop`, ends an older one. */
  const ask = <T>(work: (signal: AbortSignal) => Promise<Answer<T>>): Promise<Answer<T>> =>
    quiet(async () => {
      asking.abort();
      asking = new AbortController();
      try {
        return await work(asking.signal);
      } catch (problem) {
        if (problem instanceof LightError) return failure('unavailable', 'lights.noAnswer', { why: problem.code });
        throw problem;
      }
    });

  return {
    'lights.list': () =>
      signed(async () =>
        success({ setup: parts.setup(), kinds: Object.keys(parts.probe.openers), setAside: parts.setAside }),
      ),
    'lights.discover': () => ask(async (signal) => success({ found: await parts.look(signal) })),
    'lights.stop': async () => {
      asking.abort();
      return success({});
    },
    'lights.certificate': ({ kind, host }) =>
      ask(async (signal) =>
        success(await within(timers, PROBE_MS, [signal], (until) => parts.certificate(host, usualPort[kind], until))),
      ),
    'lights.pair': (args) => {
      // Paired anew, a bridge gets no more than its secret again.
      const may = args.connectionId === null ? quiet<Record<string, never>> : signed<Record<string, never>>;
      return may(async () => {
        const jobs = front.desk?.jobs;
        return jobs === undefined
          ? failure('refused', 'app.notOpen')
          : jobs.start('huePairing', ({ progress, signal }) => pairing(parts, args, progress, signal));
      });
    },
    'lights.tryConnection': ({ connection, secret }) =>
      ask(async (signal) => probe(parts.probe, connection, secret ?? (await parts.secrets.get(connection)), signal)),
    'lights.saveConnection': ({ connection, isNew, secret }) =>
      quiet(() => keeper.saveConnection(connection, isNew, secret)),
    'lights.setSecret': ({ connectionId, secret }) => signed(() => keeper.setSecret(connectionId, secret)),
    'lights.removeConnection': ({ connectionId }) => signed(() => keeper.removeConnection(connectionId)),
    'lights.findLamps': ({ connectionId }) =>
      ask(async (signal) => {
        const link = parts.registry.link(connectionId);
        if (link === null) return failure('unavailable', 'lights.noAnswer', { why: 'notOpen' });
        const found = await lampsOf(link, timers, signal);
        return found.ok ? success({ lamps: found.data }) : found;
      }),
    'lights.saveLamp': ({ lamp, isNew }) => quiet(() => keeper.saveLamp(lamp, isNew)),
    'lights.removeLamp': ({ lampId }) => signed(() => keeper.removeLamp(lampId)),
    'lights.blink': ({ lamp }) => quiet(() => tryLamp.blink(lamp)),
    'lights.tryLevel': ({ lamp, level }) => quiet(() => tryLamp.level(lamp, level)),
    'lights.endTry': () =>
      signed(async () => {
        await tryLamp.end();
        return success({});
      }),
    'lights.setLeaving': ({ leaving }) => quiet(() => keeper.setLeaving(leaving)),
  };
}

/** Waits for the bridge's button, and keeps what it gave; only from the bridge whose certificate a person confirmed. */
async function pairing(
  { pair, keeper, probe: { timers } }: LightsHandlersParts,
  { connectionId, name, host, certificate }: RequestArgs<'lights.pair'>,
  progress: Required<JobHooks>['progress'],
  signal: AbortSignal,
): Promise<Answer<Record<string, never>>> {
  try {
    const onStep: PairParts['onStep'] = (step) => {
      if (step.kind === 'press') progress({ done: PRESS_WITHIN_MS - step.leftMs, total: PRESS_WITHIN_MS });
    };
    const paired = await pair(host, { timers, onStep }, signal);
    if (paired.certificate !== certificate) throw new LightError('certificateChanged');
    const { bridgeId, key } = paired;
    const connection = { kind: 'hue', id: connectionId ?? 'new', name, host, certificate, bridgeId } as const;
    const saved = await keeper.saveConnection(connection, connectionId === null, key);
    return saved.ok ? success({}) : saved;
  } catch (problem) {
    if (signal.aborted) return failure('refused', 'job.stopped');
    if (problem instanceof LightError) return failure('unavailable', 'lights.noAnswer', { why: problem.code });
    throw problem;
  }
}
