import type { Failure } from '../ipc/answer.ts';
import { roomScene } from '../lights/scene.ts';
import { infusionRange, type Protocol } from '../protocol/schema.ts';
import { aldrete } from '../scales/aldrete.ts';
import { padss } from '../scales/padss.ts';
import { scoreOf } from '../scales/scale.ts';
import { finishBlockers, startBlockers, type Blocker } from './blockers.ts';
import { waitsForLight } from '../cues/due.ts';
import type { EngineCode } from './codes.ts';
import { darkestOver } from './darkest.ts';
import { patientBack } from './decide-away.ts';
import { lightGoesOn } from './decide-lights.ts';
import type { SessionCommand } from './command.ts';
import type { NewSessionEvent } from './event.ts';
import { sessionAt } from './life.ts';
import { ahead } from './pending.ts';
import { badMoment, by, byApp, invalid, refused, tooLongAgo, type RuleContext, type Rules } from './rule.ts';
import type { Session } from './state.ts';

type Command<T extends SessionCommand['type']> = Extract<SessionCommand, { type: T }>;

/** A start can be taken back this long after its press, ms. */
export const TAKE_BACK_MS = 5 * 60_000;

const WITH_LIGHT_MS = 10_000;

function blocked(code: EngineCode, blockers: readonly Blocker[]): Failure | null {
  const [first] = blockers;
  return first === undefined ? null : refused(code, { count: blockers.length, first: first.code });
}

/** Cues that can no longer come due are recorded as passed. */
function passCues(
  session: Session,
  protocol: Protocol,
  which: 'beforeRecovery' | 'all',
  context: RuleContext,
  stopLifeMs = context.lifeMs,
): NewSessionEvent[] {
  return (
    protocol.cues
      .filter((cue) => !(cue.id in session.cues) && (which === 'all' || cue.anchor.from !== 'recovery'))
      // A light that had come due and is held stays due: nobody is left in the dark by a hold.
      .filter((cue) => which === 'all' || !waitsForLight(session, cue, stopLifeMs))
      .map((cue) => byApp(session, context, { type: 'cuePassed', cueId: cue.id, why: 'stopped' }))
  );
}

function start(session: Session, { agoMs }: Command<'start'>, context: RuleContext) {
  if (session.emergency !== null) return refused('start.emergency');
  const problem =
    blocked('start.blocked', startBlockers(session, context.protocol, context.lifeMs - agoMs)) ??
    tooLongAgo(session, agoMs, context);
  if (problem !== null) return problem;
  const started = by(session, context, { type: 'started', plannedMs: session.plannedMs }, agoMs);
  // Whoever starts is there: nothing has to wait for another press.
  const goOn = session.waiting ? [byApp(session, context, { type: 'wentOn' })] : [];
  // Whoever starts has the patient lying there.
  const back = patientBack(session, context);
  return [...back, ...lightBefore(session, context), { ...started, sessionMs: 0 }, ...goOn];
}

/** What was tried of the light before the start is over: the darkest that is shown, or comfort. */
function lightBefore(session: Session, context: RuleContext): NewSessionEvent[] {
  return [...darkestOver(session, context.author, context.now), ...lightGoesOn(session, context)];
}

function takeBackStart(session: Session, { reason }: Command<'takeBackStart'>, context: RuleContext) {
  const pressed = session.started?.pressedLifeMs ?? 0;
  if (context.lifeMs - pressed > TAKE_BACK_MS)
    return refused('start.takeBackTooLate', { minutes: TAKE_BACK_MS / 60_000 });
  const taken = by(session, context, { type: 'startTakenBack', reason });
  if (session.lights === null || session.emergency !== null) return [taken];
  return [
    taken,
    byApp(session, context, { type: 'lightsSet', scene: roomScene(1, null), fadeMs: WITH_LIGHT_MS, why: 'restore' }),
  ];
}

function changeLength(session: Session, { plannedMs, reason }: Command<'changeLength'>, context: RuleContext) {
  const { minMs, maxMs } = infusionRange;
  if (plannedMs < minMs || plannedMs > maxMs) {
    return invalid('length.range', 'plannedMs', { min: minMs / 60_000, max: maxMs / 60_000 });
  }
  const elapsedMs = sessionAt(session, context.lifeMs) ?? 0;
  if (plannedMs < elapsedMs)
    return refused('length.beforeNow', { minutes: Math.ceil(elapsedMs / 60_000) }, 'plannedMs');
  if (plannedMs === session.plannedMs) return refused('length.same', {}, 'plannedMs');
  return [by(session, context, { type: 'lengthChanged', plannedMs, reason })];
}

function stopPump(session: Session, { reason, note, agoMs }: Command<'stopPump'>, context: RuleContext) {
  const problem = tooLongAgo(session, agoMs, context);
  if (problem !== null) return problem;
  const sessionMs = sessionAt(session, context.lifeMs - agoMs) ?? 0;
  const early = reason !== 'complete' && sessionMs < session.plannedMs;
  const stopped = by(session, context, { type: 'pumpStopped', reason, early, note }, agoMs);
  return [stopped, ...passCues(session, context.protocol, 'beforeRecovery', context, context.lifeMs - agoMs)];
}

function recordDose(session: Session, command: Command<'recordDose'>, context: RuleContext) {
  const { mgGiven, mgDiscarded, note } = command;
  const witnessId = command.witness?.staffId ?? null;
  if (mgDiscarded > 0 && witnessId === null) return invalid('dose.witnessMissing', 'witness');
  if (context.author.kind === 'staff' && context.author.staffId === witnessId)
    return refused('dose.witnessSelf', {}, 'witness');
  return [by(session, context, { type: 'doseRecorded', mgGiven, mgDiscarded, witnessId, note })];
}

const isSaid = (text: string | null | undefined): boolean => (text ?? '').trim() !== '';

function finish(session: Session, command: Command<'finish'>, context: RuleContext) {
  const { how, escort, note, agoMs } = command;
  const told = command.told ?? null;
  const ago = tooLongAgo(session, agoMs, context);
  if (ago !== null) return ago;
  if (how === 'fit') {
    const problem = blocked('finish.blocked', finishBlockers(session, context.protocol, context.now));
    if (problem !== null) return problem;
    if (!isSaid(escort)) return invalid('finish.escort', 'escort');
  } else {
    if (!isSaid(note)) return invalid('finish.reason', 'note');
    if (!isSaid(told)) return invalid('finish.told', 'told');
  }
  const first =
    session.emergency === null ? lightGoesOn(session, context) : [by(session, context, { type: 'emergencyEnded' })];
  const finished = by(session, context, { type: 'finished', how, escort, note, told }, agoMs);
  const left = ahead(session, first, context.now);
  return [...first, finished, ...passCues(left, context.protocol, 'all', context)];
}

/** Bounds of an amended moment on the life axis: what happened before and after it stays before and after. */
function amendBounds(
  session: Session,
  what: Command<'amendTime'>['what'],
  nowLifeMs: number,
): readonly [number, number] {
  const pauses = session.pauses.flatMap((pause) => [pause.fromLifeMs, pause.toLifeMs ?? pause.fromLifeMs]);
  if (what === 'started') return [-Infinity, Math.min(nowLifeMs, session.stopped?.lifeMs ?? nowLifeMs, ...pauses)];
  const after = Math.max(
    session.started?.lifeMs ?? 0,
    ...pauses.filter((moment) => moment !== session.stopped?.lifeMs),
  );
  return [after, Math.min(nowLifeMs, session.finished?.lifeMs ?? nowLifeMs)];
}

function amendTime(session: Session, { what, at, reason }: Command<'amendTime'>, context: RuleContext) {
  const known = what === 'started' ? session.started : session.stopped;
  if (known === null) return refused('time.unknown', {}, 'what');
  const lifeMs = known.lifeMs + (at - known.at);
  const problem = badMoment(lifeMs, context.lifeMs, 'at');
  if (problem !== null) return problem;
  const [from, to] = amendBounds(session, what, context.lifeMs);
  if (lifeMs < from || lifeMs > to) return refused('time.order', {}, 'at');
  return [by(session, context, { type: 'timeAmended', what, at, reason })];
}

/** Commands that turn a session's life. */
export const lifeRules: Rules<
  | 'start'
  | 'takeBackStart'
  | 'doNotGive'
  | 'pausePump'
  | 'resumePump'
  | 'changeLength'
  | 'stopPump'
  | 'recordDose'
  | 'beginRest'
  | 'endRest'
  | 'keepOwnWords'
  | 'score'
  | 'finish'
  | 'amendTime'
> = {
  start,
  takeBackStart,
  changeLength,
  stopPump,
  recordDose,
  finish,
  amendTime,
  doNotGive: (session, { reason, postponed }, context) => [
    ...lightBefore(session, context),
    by(session, context, { type: 'notGiven', reason, postponed }),
  ],
  pausePump: (session, { reason, pumpStands, note, agoMs }, context) =>
    tooLongAgo(session, agoMs, context) ?? [
      by(session, context, { type: 'pumpPaused', reason, pumpStands, note }, agoMs),
    ],
  resumePump: (session, { agoMs }, context) =>
    tooLongAgo(session, agoMs, context) ?? [by(session, context, { type: 'pumpResumed' }, agoMs)],
  beginRest: (session, _command, context) => [by(session, context, { type: 'restBegun' })],
  endRest: (session, _command, context) => [by(session, context, { type: 'restEnded' })],
  keepOwnWords: (session, { text }, context) => [by(session, context, { type: 'ownWordsKept', text })],
  score: (session, { scale, items, judgement }, context) => {
    const total = scoreOf(scale === 'aldrete' ? aldrete : padss, items);
    if (total === null) return invalid('score.items', 'items');
    return [by(session, context, { type: 'scored', scale, items, total, judgement })];
  },
};
