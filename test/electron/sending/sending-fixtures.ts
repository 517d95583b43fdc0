import path from 'node:path';
import { stableUuid } from '../../../electron/report/stable-uuid.ts';
import { createSending, type Sending, type SendingParts } from '../../../electron/sending/keeper.ts';
import type { FoundAgain } from '../../../electron/sending/found-again.ts';
import { queueFile } from '../../../electron/sending/queue-file.ts';
import { sendSession, type SendParts } from '../../../electron/sending/send-session.ts';
import { failure, success } from '../../../shared/ipc/answer.ts';
import type { Outcome } from '../../../shared/sending/reply.ts';
import type { FhirServer, SendingSetup } from '../../../shared/sending/server.ts';
import { fakeTime, type FakeTime } from '../../helpers/fake-time.ts';
import type { TestRoom } from '../../helpers/session-builder.ts';
import { toldOf } from '../../helpers/told-arbitrary.ts';
import type { FhirServerPeer } from '../../peers/fhir-server.ts';

export const TOKEN = 'Kranichfeder-Token-77';
export const KEY = Buffer.alloc(32, 7);

/** The server of a test as the owner would have entered it. */
export function serverOf(peer: FhirServerPeer, over: Partial<FhirServer> = {}): FhirServer {
  return { host: peer.host, path: '/r4', auth: 'bearer', certificate: peer.fingerprint, pages: false, ...over };
}

/** A PC that sends: its time, its setting, what is in its record, and what it wrote down. */
export interface Desk {
  readonly time: FakeTime;
  setup: SendingSetup;
  readonly rooms: Map<string, TestRoom>;
  readonly noted: string[];
  readonly ended: [string, Outcome['kind']][];
  readonly faults: unknown[];
  free: boolean;
  /** What its record says went on since the queue last heard of everything, and the last entry beside a session. */
  found: FoundAgain;
  /** After which entry it was looked last. */
  lookedAfter: number | null;
  beside: number;
  damaged: number;
  readonly parts: { -readonly [K in keyof SendParts]: SendParts[K] };
  /** Starts the app anew over the same folder. */
  readonly start: () => Promise<Sending>;
}

export function aDesk(folder: string, server: FhirServer): Desk {
  const time = fakeTime();
  const wall = (): number => Date.UTC(2026, 10, 22) + time.now();
  const desk: Desk = {
    ...{ time, setup: { on: true, whenSigned: false, server }, rooms: new Map(), noted: [], ended: [], faults: [] },
    ...{ free: true, damaged: 0, found: { to: 1, sessions: [], beside: [] }, lookedAfter: null, beside: 0 },
    parts: {
      ...{ timers: time, wall, uuidOf: stableUuid },
      told: async (sessionId) => {
        const room = desk.rooms.get(sessionId);
        if (room === undefined) return failure('refused', 'session.unknown');
        const told = toldOf(room);
        return success({ ...told, session: { ...told.session, sessionId } });
      },
      beside: async () => success(desk.beside),
      pdf: async () => success(new TextEncoder().encode('%PDF')),
      note: async (sessionId) => {
        desk.noted.push(sessionId);
        return success(null);
      },
    },
    start: async () => {
      const parts: SendingParts = {
        ...{ timers: time, wall, setup: () => desk.setup, free: () => desk.free, show: () => undefined },
        tokenFor: async () => TOKEN,
        file: () => queueFile(path.join(folder, 'sending.json'), KEY),
        found: async (after) => {
          desk.lookedAfter = after;
          return success(desk.found);
        },
        send: (way, sessionId, _by, signal) => sendSession(desk.parts, way, sessionId, signal),
        noteEnd: async (sessionId, { kind }) => void desk.ended.push([sessionId, kind]),
        onDamaged: () => void (desk.damaged += 1),
        onFault: (error) => void desk.faults.push(error),
      };
      const sending = createSending(parts);
      await sending.open();
      return sending;
    },
  };
  return desk;
}
