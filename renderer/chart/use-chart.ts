import { useMemo, useState, useSyncExternalStore } from 'react';
import type { Earlier } from '../../shared/chart/earlier.ts';
import { chartModel, type ChartModel } from '../../shared/chart/model.ts';
import { createTracker } from '../../shared/chart/tracker.ts';
import { useRoom } from '../client/room-context.ts';
import type { SessionView } from '../client/store.ts';

const MINUTE = 60_000;

/**
 * What the chart of a session shows: anew with each of its events, and once a minute for the sake of "now". One that is over
 * has none.
 */
export function useChart({ session, protocol, events }: SessionView, earlier: Earlier | null): ChartModel {
  const { clock } = useRoom();
  const over = session.phase === 'finished' || session.phase === 'notGiven';
  const minute = useSyncExternalStore(clock.onSecond, () => (over ? 0 : Math.floor(clock.second().wallMs / MINUTE)));
  const [tracksOf] = useState(createTracker);
  return useMemo(
    () => chartModel(session, protocol, tracksOf(events), over ? session.life.at : clock.now(), earlier),
    // The minute is not read: it says when to look at the clock again.
    // oxlint-disable-next-line react/exhaustive-deps
    [session, protocol, events, over, minute, clock, tracksOf, earlier],
  );
}
