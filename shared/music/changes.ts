import { cueLifeMs, isOutranked } from '../cues/due.ts';
import type { Protocol } from '../protocol/schema.ts';
import type { Session } from '../session/state.ts';
import type { Change } from './following.ts';
import { changeInto, musicTimeline } from './timeline.ts';

/** Life time of a change that a cue brings or has just brought; null where nothing says so yet. */
function momentOf(session: Session, protocol: Protocol, cueId: string): number | null {
  const cue = protocol.cues.find(({ id }) => id === cueId);
  if (cue === undefined) return null;
  const { turn, plannedLifeMs } = session.music;
  // What a press moved into the past happens at that press.
  if (turn?.cueId === cueId) {
    const dueLifeMs = cueLifeMs(session, cue) ?? turn.lifeMs;
    return Math.min(Math.max(dueLifeMs, plannedLifeMs), turn.lifeMs);
  }
  const isOver = cueId in session.cues || (session.stopped !== null && cue.anchor.from !== 'recovery');
  if (isOver || session.emergency !== null || isOutranked(session, protocol, cue)) return null;
  const dueLifeMs = cueLifeMs(session, cue);
  return dueLifeMs === null ? null : Math.max(dueLifeMs, plannedLifeMs);
}

/**
 * The changes of phase that are ahead of what plays, on the axis of life time, in order: that of a cue whose track has not been turned yet, and those of
 * cues that are still to come, as far as anything says when.
 */
export function changesAhead(session: Session, protocol: Protocol): Change[] {
  const spans = musicTimeline({ ...protocol, infusionMs: session.plannedMs });
  const ahead = spans.flatMap(({ cueId }, index) => {
    const change = changeInto(spans, index);
    const atMs = change === null || cueId === null ? null : momentOf(session, protocol, cueId);
    return change === null || atMs === null ? [] : [{ ...change, atMs }];
  });
  return ahead.filter(({ atMs }, index) => ahead.slice(index + 1).every((later) => later.atMs > atMs));
}
