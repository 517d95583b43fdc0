import type { Session } from '../shared/session/state.ts';
import type { Clock } from './session/clock.ts';
import type { Records, Room } from './session/room.ts';

/** How often the head of the chain is noted outside the record while a session is live, ms. */
export const ANCHOR_MS = 60_000;

/** The moments of a session and of the app at which the head of the chain is noted. */
export interface Anchoring {
  /** A session changed: its end is noted. */
  readonly follow: (before: Session, after: Session) => void;
  /** The last note before the records are closed. */
  readonly close: () => Promise<void>;
}

const over = ({ phase }: Session): boolean => phase === 'finished' || phase === 'notGiven';

/** Notes the start now, then every minute of a live session, its end and the close. */
export function startAnchoring(room: Room, records: Records, clock: Clock): Anchoring {
  const both = [records.clinic, records.practice];
  for (const record of both) void record.noteAnchor('start', clock.now().wallMs);
  const minutes = setInterval(() => {
    const live = room.live;
    if (live === null) return;
    void room.recordOf(live.session.created.practice).noteAnchor('minute', clock.now().wallMs);
  }, ANCHOR_MS);
  return {
    follow: (before, after) => {
      if (over(before) || !over(after)) return;
      void room.recordOf(after.created.practice).noteAnchor('sessionEnd', clock.now().wallMs);
    },
    close: async () => {
      clearInterval(minutes);
      await Promise.all(both.map((record) => record.noteAnchor('close', clock.now().wallMs)));
    },
  };
}
