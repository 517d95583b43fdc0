import { describe, expect, it } from 'vitest';
import { openChoice } from '../../../shared/intake/choice.ts';
import { desiredMusic, trackPosition } from '../../../shared/music/plan.ts';
import { conducted } from '../../helpers/music-builder.ts';
import { observe } from '../../helpers/observed.ts';
import { TestRoom } from '../../helpers/session-builder.ts';

const deckOf = (room: TestRoom) => desiredMusic(conducted(room), room.clock.now(), 1).decks[0];

/** A volume that was found just right, which the music outside of the intake is at within a second or two. */
const heardRight = {
  type: 'keepIntake',
  by: 'patient',
  choice: { ...openChoice('en'), loudness: 0.3 },
  music: null,
} as const;

/** Settled in: soft music is heard already, when the patient wants to choose once more. */
function settled(): TestRoom {
  const room = new TestRoom().prepared();
  observe(room);
  return room.run(20_000);
}

describe('while the patient listens to previews on the same headphones', () => {
  it('the soft music of settling in is silent, and comes back slowly where it would stand by then', () => {
    const room = settled();
    expect(deckOf(room)?.gain).toBeGreaterThan(0);
    room.do({ type: 'openIntake', language: 'en', ownFiles: null });
    expect(deckOf(room)).toMatchObject({ gain: 0, fadeMs: 3_000 });
    room.run(60_000).do(heardRight);
    expect(deckOf(room)?.gain).toBe(0);
    room.do({ type: 'restIntake' });
    expect(deckOf(room)).toMatchObject({ fadeMs: 10_000 });
    expect(deckOf(room)?.gain).toBeGreaterThan(0);
    expect(trackPosition(conducted(room), room.clock.now())).toBe(80_000);
  });

  it('it comes back slowly when the screen is taken back as well', () => {
    const room = settled().do({ type: 'openIntake', language: 'en', ownFiles: null });
    room.run(60_000).do(heardRight).do({ type: 'closeIntake' });
    expect(deckOf(room)).toMatchObject({ fadeMs: 10_000 });
    expect(deckOf(room)?.gain).toBeGreaterThan(0);
  });

  it('a silence that somebody asked for stays when the patient is done', () => {
    const room = settled().do({ type: 'silence' });
    room.do({ type: 'openIntake', language: 'en', ownFiles: null }).run(5_000).do({ type: 'restIntake' });
    expect(deckOf(room)).toBeUndefined();
  });
});
