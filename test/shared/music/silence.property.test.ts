import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { desiredMusic } from '../../../shared/music/plan.ts';
import { beginnings, steps } from '../../helpers/session-arbitrary.ts';
import { conducted } from '../../helpers/music-builder.ts';
import { TestRoom } from '../../helpers/session-builder.ts';

describe('silence', () => {
  it('stays until a person ends it: no cue, phase, zero, restart or end of an emergency brings sound back', () => {
    let silences = 0;
    fc.assert(
      fc.property(beginnings, steps, fc.boolean(), steps, (begin, earlier, byEmergency, later) => {
        const room = new TestRoom();
        begin(room);
        for (const { apply } of earlier) apply(room);
        const asked = room.ask({ type: byEmergency ? 'beginEmergency' : 'silence' });
        if (!asked.ok && !room.session.music.silent) return;
        silences += 1;
        const from = room.events.length;
        for (const { apply } of later) {
          apply(room);
          if (room.events.slice(from).some(({ body }) => body.type === 'soundRestored')) break;
          expect(room.session.music.silent).toBe(true);
          expect(desiredMusic(conducted(room), room.clock.now(), 1).decks).toEqual([]);
        }
        const ended = room.events.slice(from).filter(({ body }) => body.type === 'soundRestored');
        expect(ended.every(({ author }) => author.kind !== 'app')).toBe(true);
      }),
      { numRuns: 150 },
    );
    expect(silences).toBeGreaterThan(50);
  });
});
