import type { Conducted } from '../../shared/music/play.ts';
import type { SessionMusic } from '../../shared/music/set.ts';
import type { Protocol } from '../../shared/protocol/schema.ts';
import type { Session } from '../../shared/session/state.ts';
import { holdsRoom } from '../session/room.ts';
import type { Conductor } from './conductor.ts';

/** A session as it stands, ahead of the disk. */
export interface Live {
  readonly ahead: Session;
  readonly protocol: Protocol;
}

export interface ConductingParts {
  /** The music of a session from the record; null where it has none or it could not be read. */
  readonly musicOf: (session: Session) => Promise<SessionMusic | null>;
  readonly conductor: Pick<Conductor, 'follow'>;
  /** Real time from any beginning, ms. */
  readonly realMs: () => number;
  /** Shows what is wrong. */
  readonly find: (code: 'musicUnread') => void;
}

/** Music that could not be read is asked for again this often, ms of real time. */
const AGAIN_MS = 1_000;
/** So many readings in vain, and the nurse is told. */
const TOLD_AFTER = 3;

/** Brings the live session and its music to the conductor; music that could not be read is asked for until it is there. */
export function createConducting({ musicOf, conductor, realMs, find }: ConductingParts): {
  /** The live session after events, or null. */
  readonly follow: (live: Live | null) => Promise<void>;
  /** To be called a few times a second. */
  readonly tick: () => void;
} {
  let missing: { readonly live: Live; readonly at: number } | null = null;
  let inVain = 0;

  const follow = async (live: Live | null): Promise<void> => {
    missing = null;
    if (live === null || !holdsRoom(live.ahead)) return conductor.follow(null);
    const { musicHash } = live.ahead;
    const music = await musicOf(live.ahead);
    // Another set was chosen while this one was fetched: what follows that choice tells the player.
    if (live.ahead.musicHash !== musicHash) return undefined;
    const unread = music === null && musicHash !== null;
    if (unread) missing = { live, at: realMs() };
    inVain = unread ? inVain + 1 : 0;
    if (inVain === TOLD_AFTER) find('musicUnread');
    const conducted: Conducted | null = music === null ? null : { session: live.ahead, protocol: live.protocol, music };
    conductor.follow(conducted);
  };

  return {
    follow,
    tick: () => {
      if (missing !== null && realMs() - missing.at >= AGAIN_MS) void follow(missing.live);
    },
  };
}
