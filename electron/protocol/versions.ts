import type { Cue } from '../../shared/cues/cue.ts';
import { checkSheet, maySave } from '../../shared/cues/check-sheet.ts';
import { sameCues } from '../../shared/cues/sheet-history.ts';
import { failure, success, type Answer } from '../../shared/ipc/answer.ts';
import { checkProtocol } from '../../shared/protocol/check-protocol.ts';
import { fitProtocol } from '../../shared/protocol/default-protocol.ts';
import type { Protocol } from '../../shared/protocol/schema.ts';
import { storedProtocolSchema } from '../../shared/protocol/stored.ts';
import {
  PROTOCOL_BODY_VERSION,
  PROTOCOL_STREAM,
  protocolBodySchema,
  versionsOf,
  type ProtocolBody,
  type ProtocolVersion,
} from '../../shared/protocol/versions.ts';
import type { Author, NewEvent } from '../../shared/session/event.ts';
import type { ClockReading } from '../../shared/time/clock.ts';
import type { RecordClient } from '../record/client.ts';

/** Who makes a version, and when. */
export interface Maker {
  readonly staffId: string;
  readonly name: string;
  readonly now: ClockReading;
}

/** The clinic's own protocol, version by version, in the clinic's record. */
export interface Protocols {
  /** Oldest first; the last is in force for new sessions. Until the clinic makes its own, the built-in one is the first. */
  readonly list: () => Promise<Answer<readonly ProtocolVersion[]>>;
  readonly inForce: () => Promise<Answer<Protocol>>;
  /** The version in force, fitted to a planned length (ms). */
  readonly fitted: (plannedMs: number) => Promise<Answer<Protocol>>;
  readonly get: (version: number) => Promise<Answer<Protocol>>;
  /**
   * Other cues become the next version. `basedOn`: the version that was changed; refused where it is no longer the last. This
   * and every other way to a version is refused, with field and reason, where no session could hold what would come of it.
   */
  readonly save: (change: SheetChange, maker: Maker) => Promise<Answer<{ readonly version: number }>>;
  /** The whole of it becomes the next version. */
  readonly saveWhole: (change: WholeChange, maker: Maker) => Promise<Answer<{ readonly version: number }>>;
  /** What an older version said becomes the next one. */
  readonly takeAgain: (
    of: { readonly basedOn: number; readonly version: number },
    maker: Maker,
  ) => Promise<Answer<{ readonly version: number }>>;
}

export interface SheetChange {
  readonly basedOn: number;
  readonly cues: readonly Cue[];
  readonly note: string;
}

export interface WholeChange {
  readonly basedOn: number;
  readonly protocol: Protocol;
  readonly note: string;
}

/** What the next version says, made from the one before it. */
interface NextVersion {
  readonly basedOn: number;
  readonly content: (before: Protocol) => Protocol;
  readonly takenFrom: number | null;
  readonly note: string;
}

type Store = Pick<RecordClient, 'allOf' | 'append' | 'putContent' | 'getContent'>;
type Made = Answer<{ readonly version: number }>;

/** The versions that lie in a record. `builtIn`: what stands in for the first one until there is another. */
export function createProtocols(record: Store, builtIn: Protocol): Protocols {
  const list = async (): Promise<Answer<readonly ProtocolVersion[]>> => {
    const events = await record.allOf(PROTOCOL_STREAM);
    if (!events.ok) return events;
    if (events.data.length > 0)
      return success(
        versionsOf(events.data.map((event) => ({ ...event, body: protocolBodySchema.parse(event.body) }))),
      );
    const { version, madeAt } = builtIn;
    return success([{ version, hash: null, madeAt, author: APP, takenFrom: null, note: '' }]);
  };

  const contentOf = async ({ hash }: Pick<ProtocolVersion, 'hash'>): Promise<Answer<Protocol>> => {
    if (hash === null) return success(builtIn);
    const content = await record.getContent(hash);
    if (!content.ok) return content;
    const protocol = storedProtocolSchema.safeParse(content.data.value);
    return protocol.success ? success(protocol.data) : failure('broken', 'record.contentDamaged', { hash });
  };

  const find = async (
    pick: (versions: readonly ProtocolVersion[]) => ProtocolVersion | undefined,
  ): Promise<Answer<Protocol>> => {
    const versions = await list();
    if (!versions.ok) return versions;
    const found = pick(versions.data);
    return found === undefined ? failure('refused', 'protocol.versionUnknown') : contentOf(found);
  };
  const inForce = (): Promise<Answer<Protocol>> => find((versions) => versions.at(-1));
  const get = (version: number): Promise<Answer<Protocol>> =>
    find((versions) => versions.find((one) => one.version === version));

  const make = async (
    { basedOn, content, takenFrom, note }: NextVersion,
    { staffId, name, now }: Maker,
  ): Promise<Made> => {
    const versions = await list();
    if (!versions.ok) return versions;
    const before = await inForce();
    if (!before.ok) return before;
    if (before.data.version !== basedOn) return failure('refused', 'protocol.changedMeanwhile');
    const next: Protocol = { ...content(before.data), version: basedOn + 1, author: name, madeAt: now.wallMs };
    if (!maySave(checkSheet(next))) return failure('invalid', 'protocol.sheetRefused', {}, 'cues');
    const [wrong] = checkProtocol(next);
    if (wrong !== undefined)
      return failure('invalid', 'protocol.refused', { ...wrong.params, issue: wrong.code }, wrong.path);
    if (saysTheSame(next, before.data)) return failure('refused', 'protocol.unchanged');
    const first = versions.data[0]?.hash === null ? await kept(record, builtIn, versionEvent(builtIn, APP)) : null;
    if (first?.ok === false) return first;
    const author: Author = { kind: 'staff', staffId };
    const made = await kept(record, next, versionEvent(next, author, takenFrom, note));
    if (!made.ok) return made;
    const saved = await record.append({
      stream: PROTOCOL_STREAM,
      expectedSeq: first === null ? versions.data.length : 0,
      commandId: null,
      recordedAt: now,
      version: PROTOCOL_BODY_VERSION,
      events: first === null ? [made.data] : [first.data, made.data],
    });
    if (saved.ok) return success({ version: next.version });
    return saved.code === 'record.conflict' ? failure('refused', 'protocol.changedMeanwhile') : saved;
  };

  return {
    list,
    inForce,
    fitted: async (plannedMs) => {
      const protocol = await inForce();
      return protocol.ok ? success(fitProtocol(protocol.data, plannedMs)) : protocol;
    },
    get,
    save: ({ basedOn, cues, note }, maker) =>
      make({ basedOn, content: (before) => ({ ...before, cues: [...cues] }), takenFrom: null, note }, maker),
    saveWhole: ({ basedOn, protocol, note }, maker) => {
      const content = (before: Protocol): Protocol => ({
        ...protocol,
        id: before.id,
        bands: { ...protocol.bands, setAt: sameBands(before, protocol) ? before.bands.setAt : maker.now.wallMs },
      });
      return make({ basedOn, content, takenFrom: null, note }, maker);
    },
    takeAgain: async ({ basedOn, version }, maker) => {
      const older = await get(version);
      return older.ok ? make({ basedOn, content: () => older.data, takenFrom: version, note: '' }, maker) : older;
    },
  };
}

/** Bands are dated when what they say changes. */
function sameBands({ bands: one }: Protocol, { bands: other }: Protocol): boolean {
  return JSON.stringify({ ...one, setAt: 0 }) === JSON.stringify({ ...other, setAt: 0 });
}

/** Whether two versions differ in nothing but their number, author and time. */
function saysTheSame(one: Protocol, other: Protocol): boolean {
  const rest = (protocol: Protocol): string =>
    JSON.stringify({ ...protocol, cues: [], version: 0, author: '', madeAt: 0 });
  return sameCues(one.cues, other.cues) && rest(one) === rest(other);
}

const APP: Author = { kind: 'app' };

type Unkept = (hash: string) => NewEvent<ProtocolBody>;

/** Keeps what a version says, and gives the event that names it. */
async function kept(record: Store, protocol: Protocol, event: Unkept): Promise<Answer<NewEvent<ProtocolBody>>> {
  const hash = await record.putContent('protocol', protocol);
  return hash.ok ? success(event(hash.data)) : hash;
}

/**
 * The event of a version. With the clinic's first own one, what it was made from is written down as well: another program
 * may bring another.
 */
function versionEvent(
  { version, madeAt }: Protocol,
  author: Author,
  takenFrom: number | null = null,
  note = '',
): Unkept {
  return (protocolHash) => ({
    occurredAt: madeAt,
    sessionMs: null,
    author,
    body: { type: 'versionMade', version, protocolHash, takenFrom, note },
  });
}
