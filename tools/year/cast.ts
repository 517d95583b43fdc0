import type { SessionMusic } from '../../shared/music/set.ts';
import type { Protocol } from '../../shared/protocol/schema.ts';
import type { QuestionnaireId } from '../../shared/scales/questionnaire.ts';
import type { NextDecision } from '../../shared/session/sign-bodies.ts';
import type { Kept } from '../archive/contents.ts';
import type { Member } from '../archive/staff.ts';
import type { Course } from './body.ts';
import type { PlannedVisit } from './plan.ts';

/** A questionnaire that is to come out at a total; `asFar`: stopped after so many questions, null where it is whole. */
export interface WantedSheet {
  readonly questionnaire: QuestionnaireId;
  readonly total: number;
  readonly safety: number;
  readonly asFar: number | null;
}

/** What whoever signed the session before said about this one. */
export interface NoteBefore {
  readonly sessionId: string;
  readonly decision: NextDecision;
}

/** What a visit has to work with. */
export interface VisitCast {
  readonly planned: PlannedVisit;
  readonly nurse: Member;
  readonly checker: Member;
  readonly prescriber: Member;
  readonly protocol: Kept<Protocol>;
  readonly music: Kept<SessionMusic>;
  readonly body: Course;
  readonly weightKg: number;
  readonly mgPerKg: number;
  readonly before: NoteBefore | null;
  readonly sheets: readonly WantedSheet[];
}
