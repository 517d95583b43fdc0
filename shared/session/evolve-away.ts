import type { AwayState } from './away-state.ts';
import { changedMusic } from './evolve-music.ts';
import type { Folds } from './fold.ts';
import { lastScene } from './light-state.ts';
import type { Session } from './state.ts';

/** The music sinks while the patient gets up, and comes back, over this long, ms. */
const FADE = { down: 10_000, back: 60_000 } as const;

function changedAway(session: Session, upId: string, change: Partial<AwayState>): Session {
  return { ...session, aways: session.aways.map((away) => (away.upId === upId ? { ...away, ...change } : away)) };
}

/** A patient who gets up: the light waits where it is led then, and the music stays low until they are back. */
export const awayFolds: Folds<'patientUp' | 'patientWalks' | 'pumpRunsWhileUp' | 'patientBack'> = {
  patientUp: (session, { upId }, moment) => {
    const { seq, at, lifeMs, author } = moment;
    const away: AwayState = {
      ...{ upId, seq, at, lifeMs, author },
      ...{ walker: null, pumpRuns: false, back: null },
    };
    const before = session.lights === null ? null : (session.lighting.darkest?.before ?? lastScene(session));
    const up: Session = {
      ...session,
      aways: [...session.aways, away],
      lighting: { ...session.lighting, away: { before }, darkest: null },
    };
    return changedMusic(up, { away: true }, moment, FADE.down);
  },
  patientWalks: (session, { upId, walker }) => changedAway(session, upId, { walker }),
  pumpRunsWhileUp: (session, { upId }) => changedAway(session, upId, { pumpRuns: true }),
  patientBack: (session, { upId }, moment) => {
    const back = changedAway(session, upId, { back: { at: moment.at, lifeMs: moment.lifeMs } });
    const lit = { ...back, lighting: { ...back.lighting, away: null } };
    return changedMusic(lit, { away: false }, moment, FADE.back);
  },
};
