import { musicPlan } from '../../shared/music/plan.ts';
import type { SessionMusic } from '../../shared/music/set.ts';
import { APP, newEvent } from '../../shared/session/pending.ts';
import { conducted, shoreline } from './music-builder.ts';
import type { TestRoom } from './session-builder.ts';

/** What the player would answer at once: the track that should sound has begun. */
export function observe(room: TestRoom, music: SessionMusic = shoreline): void {
  const now = room.clock.now();
  const { current } = musicPlan(conducted(room, music), now);
  if (current === null || current.playId <= room.session.music.played.length) return;
  const { positionMs, phase: inPhase, fadeInMs } = current;
  const { id: trackId, title, phase } = current.track;
  const passedOver = [...current.passedOver];
  const why = room.session.music.turn?.why ?? 'plan';
  const body = { type: 'trackStarted', trackId, title, phase, positionMs, why, inPhase, fadeInMs, passedOver } as const;
  room.record([newEvent(room.session, body, APP, now)]);
}
