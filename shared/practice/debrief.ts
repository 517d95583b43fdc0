import type { Protocol } from '../protocol/schema.ts';
import { dueReadings } from '../session/due.ts';
import type { MarkState } from '../session/care-state.ts';
import { levelOfReading } from '../session/reading-level.ts';
import type { Session } from '../session/state.ts';
import { firstAct, firstMedicine, planOf, practiceFacts, sinceOf, type PracticeFacts } from './facts.ts';
import { vomitsAt } from './incidents.ts';
import type { PracticePlan } from './scenario.ts';

export type Came = 'reading' | 'cuff' | 'sick' | 'vomits' | 'pump' | 'pressure' | 'anxious' | 'enough';
export type Did =
  | 'reading'
  | 'notObtained'
  | 'redReading'
  | 'nausea'
  | 'vomiting'
  | 'anxiety'
  | 'medicine'
  | 'pause'
  | 'resume'
  | 'line'
  | 'stay'
  | 'reseatCuff'
  | 'stop';

/** Something that came up in a practice, and what was recorded of it when; moments on the session's life axis, ms. */
export interface DebriefLine {
  readonly came: Came;
  readonly atMs: number;
  readonly did: readonly { readonly what: Did; readonly atMs: number }[];
}

type Done = DebriefLine['did'];

function done(what: Did, atMs: number | null | undefined): Done {
  return atMs === null || atMs === undefined ? [] : [{ what, atMs }];
}

/** A mark may say that it happened a little before somebody could press. */
const MARK_EARLY_MS = 5 * 60_000;

function firstMark({ marks }: Session, kind: MarkState['kind'], fromMs: number): number | null {
  const mark = marks.find((one) => one.kind === kind && !one.takenBack && one.lifeMs >= fromMs - MARK_EARLY_MS);
  return mark?.lifeMs ?? null;
}

function pumpLine(session: Session, facts: PracticeFacts, atMs: number, untilMs: number): Done {
  const pause = session.pauses.find(({ toLifeMs }) => (toLifeMs ?? Infinity) >= atMs);
  return [
    ...done('pause', pause?.fromLifeMs),
    ...done('line', firstAct(facts, 'line', atMs, untilMs)),
    ...done('resume', pause?.toLifeMs),
  ];
}

function incidentLines(session: Session, protocol: Protocol, plan: PracticePlan, untilMs: number): DebriefLine[] {
  const facts = practiceFacts(session);
  const act = (what: 'stay' | 'reseatCuff', atMs: number): Done => done(what, firstAct(facts, what, atMs, untilMs));
  const medicine = (atMs: number): Done => done('medicine', firstMedicine(facts, atMs, untilMs));
  const what: Readonly<Record<Exclude<Came, 'reading' | 'vomits'>, (atMs: number) => Done>> = {
    cuff: (atMs) => act('reseatCuff', atMs),
    sick: (atMs) => [...done('nausea', firstMark(session, 'nausea', atMs)), ...medicine(atMs)],
    pump: (atMs) => pumpLine(session, facts, atMs, untilMs),
    pressure: (atMs) => {
      const red = session.readings.find(
        (one) => one.lifeMs >= atMs - MARK_EARLY_MS && levelOfReading(session, protocol.bands, one) === 'red',
      );
      return done('redReading', red?.lifeMs);
    },
    anxious: (atMs) => [
      ...done('anxiety', firstMark(session, 'anxiety', atMs)),
      ...act('stay', atMs),
      ...medicine(atMs),
    ],
    enough: () => done('stop', session.stopped?.lifeMs),
  };
  const lines = plan.incidents.flatMap(({ kind }): DebriefLine[] => {
    const atMs = sinceOf(plan, facts, kind, untilMs);
    return atMs === null ? [] : [{ came: kind, atMs, did: what[kind](atMs) }];
  });
  const vomits = vomitsAt(plan, facts, untilMs);
  if (vomits === null || vomits > untilMs) return lines;
  return [...lines, { came: 'vomits', atMs: vomits, did: done('vomiting', firstMark(session, 'vomiting', vomits)) }];
}

/** What came up in a session with a simulated patient, in order, and when what was recorded of it. Facts, no mark. */
export function debriefOf(session: Session, protocol: Protocol): readonly DebriefLine[] {
  const plan = planOf(session);
  if (plan === null || session.started === null) return [];
  const untilMs = session.finished?.lifeMs ?? session.life.ms;
  const readings = dueReadings(session, protocol, session.life.at)
    .filter(({ lifeMs, readingId }) => lifeMs <= untilMs || readingId !== null)
    .map(({ lifeMs, readingId }): DebriefLine => {
      const answer = session.readings.find((one) => one.readingId === readingId);
      return {
        came: 'reading',
        atMs: lifeMs,
        did: done(answer?.parts === null ? 'notObtained' : 'reading', answer?.lifeMs),
      };
    });
  return [...readings, ...incidentLines(session, protocol, plan, untilMs)].toSorted((a, b) => a.atMs - b.atMs);
}
