import { join } from 'node:path';
import { APP } from '../../shared/session/pending.ts';
import { failure } from '../../shared/ipc/answer.ts';
import type { SendingView } from '../../shared/ipc/sending.ts';
import type { Author } from '../../shared/session/event.ts';
import type { Outcome } from '../../shared/sending/reply.ts';
import { createAudit } from '../access/audit.ts';
import type { Keychain } from '../access/keychain.ts';
import type { OpenDesk } from '../desk.ts';
import { openLampSecrets } from '../lights/secrets.ts';
import { systemTimers } from '../lights/timers.ts';
import { createCollector } from '../report/collect.ts';
import { noteExport } from '../report/note-export.ts';
import type { Printer } from '../report/printer.ts';
import { stableUuid } from '../report/stable-uuid.ts';
import type { SettingsStore } from '../settings.ts';
import { besideSeq, foundAgain } from './found-again.ts';
import { createSending, type Sending, type SendingParts } from './keeper.ts';
import { viewOf } from './list.ts';
import { queueFile } from './queue-file.ts';
import { sendSession, type SendParts } from './send-session.ts';
import { createTokens, type Tokens } from './tokens.ts';

/** What of the desk is needed here. */
type SendingDesk = Pick<OpenDesk, 'records' | 'room' | 'clock'>;

export interface OpenSendingParts extends Pick<SendingParts, 'onDamaged' | 'onFault'> {
  /** Where this PC keeps its data. */
  readonly folder: string;
  readonly keychain: Keychain;
  /** The chain key of the clinic's record; null while the vault is closed. */
  readonly chainKey: () => Uint8Array | null;
  readonly settings: Pick<SettingsStore, 'sending'>;
  readonly desk: () => SendingDesk | null;
  readonly printer: Pick<Printer, 'print'>;
  readonly show: (view: SendingView) => void;
}

/** Sending to the clinic's server, put together. Nothing is opened yet: that is `sending.open`. */
export async function openSending(
  parts: OpenSendingParts,
): Promise<{ readonly sending: Sending; readonly tokens: Tokens }> {
  const { folder, keychain, chainKey, settings, desk, printer } = parts;
  // A file of its own: a damaged one costs this token and nothing else. It is asked for again in the settings.
  const secrets = await openLampSecrets({ file: join(folder, 'sending-secret.json'), keychain, chainKey });
  const tokens = createTokens(secrets);
  const sending: Sending = createSending({
    ...{ timers: systemTimers, wall: Date.now, onDamaged: parts.onDamaged, onFault: parts.onFault },
    setup: settings.sending,
    tokenFor: tokens.kept,
    file: () => {
      const key = chainKey();
      return key === null || desk() === null ? null : queueFile(join(folder, 'sending.json'), key);
    },
    found: async (after) => {
      const at = desk();
      return at === null ? failure('unavailable', 'record.closed') : foundAgain(at.records.clinic, after);
    },
    free: () => {
      const at = desk();
      return at !== null && at.room.live === null;
    },
    send: (way, sessionId, askedBy, signal) => {
      const at = desk();
      if (at === null) return Promise.resolve<Outcome>({ kind: 'notReached', code: 'recordNotRead', wishMs: null });
      const by: Author = askedBy === null ? APP : { kind: 'staff', staffId: askedBy };
      return sendSession(sendParts(at, printer, by), way, sessionId, signal);
    },
    noteEnd: async (sessionId, outcome) => {
      const at = desk();
      if (at === null || (outcome.kind !== 'accepted' && outcome.kind !== 'refused')) return;
      const accepted = outcome.kind === 'accepted';
      const { location, versionId } = accepted ? outcome : { location: null, versionId: null };
      const body = { type: 'serverAnswered', sessionId, accepted, location, versionId } as const;
      const now = at.clock.now();
      await createAudit(at.records.clinic).note(APP, { ...body, code: accepted ? null : outcome.code }, now);
    },
    show: () => parts.show(viewOf(settings.sending(), sending, Date.now())),
  });
  return { sending, tokens };
}

function sendParts({ records, clock }: SendingDesk, printer: Pick<Printer, 'print'>, author: Author): SendParts {
  const { clinic } = records;
  return {
    ...{ timers: systemTimers, wall: Date.now, uuidOf: stableUuid },
    told: (sessionId) => createCollector(clinic, clinic).told(sessionId),
    beside: (sessionId) => besideSeq(clinic, sessionId),
    pdf: (told, madeAt) => printer.print({ kind: 'record', told, paper: 'a4', madeAt }),
    note: (sessionId) => {
      const leaving = { what: 'fhirServer', practice: false, sessionIds: [sessionId], author } as const;
      return noteExport(clinic, leaving, clock.now());
    },
  };
}
