import { openSafetyAnswers } from '../questionnaires/sheets.ts';
import { askedItems, type CheckItem } from '../protocol/check-item.ts';
import type { Protocol } from '../protocol/schema.ts';
import { orderFindings } from '../order/arithmetic.ts';
import type { ClockReading } from '../time/clock.ts';
import { gateOf, gateReasons, type GateField } from '../vitals/gate.ts';
import { recoveryElapsed } from './life.ts';
import type { ReadingParts } from '../vitals/reading.ts';
import type { CheckState } from './preparation-state.ts';
import type { ReadingState } from './reading-state.ts';
import type { Session } from './state.ts';

/** Something that stands between the nurse and a start (or a leaving as fit). */
export interface Blocker {
  /** Names this very obstacle; an override lists the keys it overrode. */
  readonly key: string;
  /** Key of the text catalogue: `blocker.<code>`. */
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
  /** Whether the prescriber may override it. The order and its second check never. */
  readonly overridable: boolean;
}

function blocker(
  code: string,
  overridable: boolean,
  params: Blocker['params'] = {},
  subject: string | null = null,
): Blocker {
  return { key: subject === null ? code : `${code}:${subject}`, code, params, overridable };
}

function openChecks(
  items: readonly CheckItem[],
  answers: Readonly<Record<string, CheckState>>,
  overridable: boolean,
): Blocker[] {
  const found: Blocker[] = [];
  for (const item of askedItems(items, answers)) {
    const given = answers[item.id];
    const add = (code: string) => found.push(blocker(code, overridable, { itemId: item.id }, item.id));
    if (given === undefined) {
      if (item.required) add('checkOpen');
    } else if (item.stops !== null && given.answer === item.stops) add(item.stops === 'no' ? 'checkNo' : 'checkYes');
    else if (item.secondPerson && given.checkerId === null) add('checkUnsigned');
  }
  return found;
}

function orderBlockers(session: Session): Blocker[] {
  if (session.order === null) return [blocker('orderMissing', false)];
  const found = session.order.checkerId === null ? [blocker('orderUnchecked', false)] : [];
  const findings = orderFindings(session.order.order, session.plannedMs);
  return [...found, ...findings.map(({ code, params }) => blocker(code, true, params))];
}

/** The baseline as it stands today; null before one was accepted, or after it was withdrawn. */
export function baselineOf(session: Session): ReadingState | null {
  if (session.baselineId === null) return null;
  return (
    session.readings.find((reading) => reading.readingId === session.baselineId && reading.withdrawn === null) ?? null
  );
}

function baselineBlockers(session: Session, protocol: Protocol, startLifeMs: number): Blocker[] {
  const baseline = baselineOf(session);
  const parts = baseline?.parts ?? null;
  if (baseline === null || parts === null) return [blocker('baselineMissing', true)];
  const missing = (['systolic', 'spo2', 'pulse'] as const).filter((field) => parts[field] === null);
  const ageMs = startLifeMs - baseline.lifeMs;
  const isOld = ageMs > protocol.readingRules.baselineMaxAgeMs;
  const minutes = Math.floor(ageMs / 60_000);
  const incomplete = [
    ...missing.map((field) => blocker('baselineIncomplete', true, { field }, field)),
    ...(isOld ? [blocker('baselineOld', true, { minutes }, baseline.readingId)] : []),
  ];
  return [...incomplete, ...gateBlockers(protocol, parts)];
}

/** Codes of what the prescriber decides on by the gate. Blood pressure is one obstacle, named by its pair. */
const gateCodes: Readonly<Record<GateField, string>> = {
  systolic: 'baselineGate',
  diastolic: 'baselineGate',
  spo2: 'baselineGateSpo2',
  pulse: 'baselineGatePulse',
  rass: 'baselineGateRass',
  moaas: 'baselineGateMoaas',
};

/** Whether it is the prescriber's decision at the gate that lifts it. */
export function isOfGate({ code }: Pick<Blocker, 'code'>): boolean {
  return Object.values(gateCodes).includes(code);
}

function gateBlockers({ bands }: Protocol, parts: ReadingParts): Blocker[] {
  const { systolic, diastolic } = parts;
  const pressure = { ...parts, spo2: null, pulse: null, sedation: null };
  const band = gateOf(bands, pressure);
  const figures = { systolic: systolic ?? 0, diastolic: diastolic ?? 0, band };
  const others = gateReasons(bands, { ...parts, systolic: null, diastolic: null });
  return [
    ...(band === 'ok' ? [] : [blocker('baselineGate', true, figures, `${systolic}/${diastolic}`)]),
    ...others.map(({ field, value, band: of, limit }) =>
      blocker(gateCodes[field], true, { value, limit, band: of }, String(value)),
    ),
  ];
}

/** Everything against a start at a moment of life time (ms), overridden or not. */
export function allStartBlockers(session: Session, protocol: Protocol, startLifeMs: number): Blocker[] {
  return [
    // A person speaks with the patient first; nobody can put that aside for them.
    ...(openSafetyAnswers([session]).length === 0 ? [] : [blocker('safetyOpen', false)]),
    ...openChecks(protocol.preChecks, session.checks.preChecks, true),
    ...orderBlockers(session),
    ...baselineBlockers(session, protocol, startLifeMs),
  ];
}

/** What blocks a start at a moment of life time (ms); an empty list lets it go. What an override named is no longer in it. */
export function startBlockers(session: Session, protocol: Protocol, startLifeMs: number): Blocker[] {
  const overridden = new Set(session.override?.blockers ?? []);
  return allStartBlockers(session, protocol, startLifeMs).filter(
    (found) => !found.overridable || !overridden.has(found.key),
  );
}

/** What blocks leaving as fit. Leaving otherwise is never blocked. */
export function finishBlockers(session: Session, protocol: Protocol, now: ClockReading): Blocker[] {
  const found = openChecks(protocol.recoveryChecks, session.checks.recovery, false);
  const { fitFrom, scale } = protocol.dischargeScore;
  if (session.score === null || session.score.scale !== scale) found.push(blocker('scoreMissing', false));
  else if (session.score.total < fitFrom)
    found.push(blocker('scoreLow', false, { total: session.score.total, fitFrom }));
  else if (session.score.judgement !== 'fit') found.push(blocker('judgementNotFit', false));
  if (session.dose === null) found.push(blocker('doseMissing', false));
  if (session.emergency !== null) found.push(blocker('emergencyOpen', false));
  const leftMs = protocol.recoveryMs - (recoveryElapsed(session, now) ?? 0);
  if (leftMs > 0) found.push(blocker('stayShort', false, { minutes: Math.ceil(leftMs / 60_000) }));
  return found;
}
