import type { Author } from './event.ts';
import type { SessionBody } from './event-bodies.ts';
import type { Session } from './state.ts';

/** When and by whom: `lifeMs` is the moment the event is about, `nowLifeMs` the moment it was recorded. */
export interface Moment {
  readonly seq: number;
  readonly author: Author;
  /** Epoch ms of the moment the event is about. */
  readonly at: number;
  readonly lifeMs: number;
  readonly nowLifeMs: number;
}

/** What one kind of event does to a session that is already anchored at it. */
export type Fold<Body extends SessionBody> = (session: Session, body: Body, moment: Moment) => Session;

export type Folds<T extends SessionBody['type']> = {
  readonly [K in T]: Fold<Extract<SessionBody, { type: K }>>;
};
