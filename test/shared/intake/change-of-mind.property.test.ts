import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { openChoice } from '../../../shared/intake/choice.ts';
import { musicMode, noneFromUs } from '../../../shared/intake/wish.ts';
import { desiredMusic } from '../../../shared/music/plan.ts';
import type { SessionCommand } from '../../../shared/session/command.ts';
import { replay } from '../../../shared/session/evolve.ts';
import { conducted } from '../../helpers/music-builder.ts';
import { beginnings, steps, type Step } from '../../helpers/session-arbitrary.ts';
import { TestRoom } from '../../helpers/session-builder.ts';

type Mind = 'set' | 'quiet' | 'ownPhone';

const set = { musicHash: 'shore', title: 'Shore' };

/** Every way by which somebody says what is to be heard. */
function sayings(mind: Mind): readonly SessionCommand[] {
  const kept = (music: { kind: 'quiet' | 'ownPhone' } | { kind: 'set'; musicHash: string }): SessionCommand => ({
    ...{ type: 'keepIntake', by: 'staff', choice: { ...openChoice('fr'), music } },
    music: music.kind === 'set' ? set : null,
  });
  return mind === 'set'
    ? [{ type: 'chooseMusic', ...set }, kept({ kind: 'set', musicHash: set.musicHash })]
    : [{ type: 'chooseNoMusic', wish: mind }, kept({ kind: mind })];
}

const said = fc.tuple(fc.constantFrom<Mind>('set', 'quiet', 'ownPhone'), fc.boolean());
/** What touches neither a choice nor the end of the session. */
const meanwhile: fc.Arbitrary<readonly Step[]> = steps.map((all) => all.slice(0, 8));

it('whatever was said last is what is heard, whoever wrote it down and whatever happens in between, also after a restart', () => {
  let heard = 0;
  fc.assert(
    fc.property(beginnings, fc.array(fc.tuple(said, meanwhile), { minLength: 1, maxLength: 6 }), (begin, words) => {
      const room = new TestRoom();
      begin(room);
      for (const [[mind, byForm], between] of words) {
        const command = sayings(mind)[Number(byForm)]!;
        if (!room.ask(command).ok) continue;
        heard += 1;
        let last = mind;
        for (const { apply } of between) {
          const from = room.events.length;
          apply(room);
          for (const { body } of room.events.slice(from)) {
            if (body.type === 'musicChosen') last = 'set';
            if (body.type === 'noMusicChosen') last = body.wish;
          }
          const { musicHash, intake } = room.session;
          expect(musicMode(musicHash, intake.choice)).toBe(last);
          expect(noneFromUs(intake.choice?.music ?? null)).toBe(last !== 'set');
          if (last !== 'set') expect(desiredMusic(conducted(room), room.clock.now(), 1).decks).toEqual([]);
        }
        expect(replay(room.events)).toEqual(room.session);
      }
    }),
    { numRuns: 150 },
  );
  expect(heard).toBeGreaterThan(100);
});
