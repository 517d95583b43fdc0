import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import * as z from 'zod/mini';
import { trackPosition } from '../../../shared/music/plan.ts';
import { defaultProtocol } from '../../../shared/protocol/default-protocol.ts';
import { sessionEventSchema, type SessionEvent } from '../../../shared/session/event.ts';
import { evolve } from '../../../shared/session/evolve.ts';
import type { Session } from '../../../shared/session/state.ts';
import { upcast } from '../../../shared/session/upcast.ts';
import { shoreline } from '../../helpers/music-builder.ts';

/**
 * A session as the program wrote it when crossfades were eight seconds and a phase began at its cue: an hour with skips, a pause of the pump, silence, a broken
 * track, a restart, a longer infusion and an early stop. `stood` holds for every minute the last event, the clock, the track and where that program had it.
 */
const kept = z
  .object({
    events: z.array(z.unknown()),
    played: z.array(z.string()),
    stood: z.array(z.tuple([z.number(), z.number(), z.string(), z.nullable(z.number())])),
  })
  .parse(JSON.parse(readFileSync(new URL('../../fixtures/music/session-of-version-1.json', import.meta.url), 'utf8')));

function eventsOf(): SessionEvent[] {
  return kept.events.map((written) => {
    const event = z.looseObject({ stream: z.string(), version: z.number(), body: z.unknown() }).parse(written);
    const up = upcast(event.stream, event.version, event.body);
    if (!up.ok) throw new Error('The kept session is of a newer program');
    return sessionEventSchema.parse({ ...event, body: up.body });
  });
}

it('a session that was recorded before the plan was followed replays as it was: what was played, and where it stood', () => {
  const states: Session[] = [];
  for (const event of eventsOf()) states.push(evolve(states.at(-1) ?? null, event));
  expect(states.at(-1)?.music.played).toEqual(kept.played);
  for (const [seq, uptimeMs, trackId, positionMs] of kept.stood) {
    const session = states[seq - 1];
    if (session === undefined) throw new Error(`No event ${seq}`);
    expect(session.music.track?.trackId).toBe(trackId);
    const { at } = session.life;
    const passedMs = uptimeMs - at.uptimeMs;
    const now = { ...at, uptimeMs, monotonicMs: at.monotonicMs + passedMs, wallMs: at.wallMs + passedMs };
    const live = { session, protocol: defaultProtocol(0, 'Clinic'), music: shoreline };
    expect(trackPosition(live, now)).toBe(positionMs);
  }
});
