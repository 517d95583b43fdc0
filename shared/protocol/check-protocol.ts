import { aldrete } from '../scales/aldrete.ts';
import { padss } from '../scales/padss.ts';
import { readingLimits } from '../vitals/reading.ts';
import type { BandLimits, Bands } from './bands.ts';
import type { CheckItem } from './check-item.ts';
import type { DueReading } from './reading-plan.ts';
import type { Protocol } from './schema.ts';

/** Why a protocol cannot be used as it is; the windows' catalogue has a sentence for each (`protocolEditor.issue.<code>`). */
export const protocolIssueCodes = [
  'form',
  'formLeast',
  'formMost',
  'formWhole',
  'formNumber',
  'formWords',
  'formLetters',
  'formEmpty',
  'formParts',
  'bandOrder',
  'bandCross',
  'bandRange',
  'readingAfterEnd',
  'windowsOverlap',
  'quietOrder',
  'idTwice',
  'itemUnknown',
  'itemLater',
  'itemSelf',
  'itemAnswer',
  'itemValue',
  'itemWords',
  'itemGroup',
  'rangeOrder',
  'stepTwice',
  'scoreRange',
] as const;

/** What is wrong, and at which field: a path from the protocol's root, as `bands.systolic.redHigh`. */
export interface ProtocolIssue {
  readonly path: string;
  readonly code: (typeof protocolIssueCodes)[number];
  readonly params: Readonly<Record<string, string | number>>;
}

type Code = ProtocolIssue['code'];

function issue(path: string, code: Code, params: ProtocolIssue['params'] = {}): ProtocolIssue {
  return { path, code, params };
}

/** MOAA/S runs from 0 to 5 (bmcanesthesiol 10.1186/s12871-022-01788-1, table 2). */
const MOAAS: readonly [number, number] = [0, 5];

/** Amber is reached before red, low lies under high, and every limit can be reached by what can be typed. */
function limitIssues(path: string, limits: BandLimits, range: readonly [number, number]): ProtocolIssue[] {
  const { amberLow, redLow, amberHigh, redHigh } = limits;
  const found: ProtocolIssue[] = [];
  if (amberHigh !== null && redHigh !== null && amberHigh > redHigh)
    found.push(issue(`${path}.amberHigh`, 'bandOrder', { amber: amberHigh, red: redHigh }));
  if (amberLow !== null && redLow !== null && amberLow < redLow)
    found.push(issue(`${path}.amberLow`, 'bandOrder', { amber: amberLow, red: redLow }));
  const low = Math.max(amberLow ?? -Infinity, redLow ?? -Infinity);
  const high = Math.min(amberHigh ?? Infinity, redHigh ?? Infinity);
  if (low >= high)
    found.push(issue(`${path}.${amberLow === null ? 'redLow' : 'amberLow'}`, 'bandCross', { low, high }));
  const [min, max] = range;
  for (const [name, value] of Object.entries(limits))
    if (value !== null && (value < min || value > max))
      found.push(issue(`${path}.${name}`, 'bandRange', { value, min, max }));
  return found;
}

function bandIssues(bands: Bands): ProtocolIssue[] {
  const { systolic, diastolic, spo2, pulse, respirations, rass } = readingLimits;
  const over = bands.overBaseline;
  const rise = bands.overLast;
  return [
    ...limitIssues('bands.preStart.systolic', bands.preStart.systolic, systolic),
    ...limitIssues('bands.preStart.diastolic', bands.preStart.diastolic, diastolic),
    ...limitIssues('bands.systolic', bands.systolic, systolic),
    ...limitIssues('bands.diastolic', bands.diastolic, diastolic),
    ...limitIssues('bands.spo2', bands.spo2, spo2),
    ...limitIssues('bands.pulse', bands.pulse, pulse),
    ...limitIssues('bands.respirations', bands.respirations, respirations),
    ...limitIssues('bands.rass', bands.rass, rass),
    ...limitIssues('bands.moaas', bands.moaas, MOAAS),
    ...(over === null ? [] : reachable('bands.overBaseline.systolicFrom', over.systolicFrom, systolic)),
    ...(over === null ? [] : reachable('bands.overBaseline.diastolicFrom', over.diastolicFrom, diastolic)),
    ...(rise === null ? [] : reachable('bands.overLast.systolicBy', rise.systolicBy, riseOf(systolic))),
    ...(rise === null ? [] : reachable('bands.overLast.diastolicBy', rise.diastolicBy, riseOf(diastolic))),
    ...(rise === null ? [] : reachable('bands.overLast.systolicFrom', rise.systolicFrom, systolic)),
    ...(rise === null ? [] : reachable('bands.overLast.diastolicFrom', rise.diastolicFrom, diastolic)),
  ];
}

/** The least and the largest rise that two readings can show. */
function riseOf([min, max]: readonly [number, number]): readonly [number, number] {
  return [1, max - min];
}

function reachable(path: string, value: number, [min, max]: readonly [number, number]): ProtocolIssue[] {
  return value < min || value > max ? [issue(path, 'bandRange', { value, min, max })] : [];
}

const minutes = (ms: number): number => Math.round(ms / 6_000) / 10;

/** Readings lie before the end of what they count from, and no moment belongs to two of them. */
function readingIssues({ dueReadings, infusionMs, recoveryMs }: Protocol): ProtocolIssue[] {
  const momentOf = ({ from, offsetMs }: DueReading): number => (from === 'start' ? offsetMs : infusionMs + offsetMs);
  const placed = dueReadings.map((reading, index) => ({ reading, index, at: momentOf(reading) }));
  const late = placed
    .filter(({ reading: { from, offsetMs } }) => offsetMs > (from === 'start' ? infusionMs : recoveryMs))
    .map(({ reading: { from, offsetMs }, index }) =>
      issue(`dueReadings.${index}.offsetMs`, 'readingAfterEnd', {
        at: minutes(offsetMs),
        end: minutes(from === 'start' ? infusionMs : recoveryMs),
      }),
    );
  const inOrder = placed.toSorted((a, b) => a.at - b.at);
  const over = inOrder.flatMap(({ reading, index, at }, place) => {
    const before = inOrder[place - 1];
    const free = before === undefined || before.at + before.reading.windowMs <= at - reading.windowMs;
    // Two at one moment overlap whatever their windows.
    return free && before?.at !== at
      ? []
      : [issue(`dueReadings.${index}.windowMs`, 'windowsOverlap', { at: minutes(reading.offsetMs) })];
  });
  return [...late, ...over];
}

function quietIssues({ readingRules: { quietPhase } }: Protocol): ProtocolIssue[] {
  if (quietPhase === null || quietPhase.fromMs < quietPhase.toMs) return [];
  return [issue('readingRules.quietPhase.toMs', 'quietOrder')];
}

const groupsOf = {
  preChecks: ['person', 'safety', 'line', 'comfort'],
  recoveryChecks: ['recovery', 'leaving'],
} as const satisfies Readonly<Record<string, readonly CheckItem['group'][]>>;

const answersOf: Readonly<Record<CheckItem['answer'], readonly string[]>> = {
  done: ['done'],
  yesNo: ['yes', 'no'],
  offered: ['accepted', 'declined'],
  value: [],
};

/** An item can hang on an earlier one alone: so none hangs on itself, in however many steps. */
function dependsIssues(path: string, item: CheckItem, index: number, items: readonly CheckItem[]): ProtocolIssue[] {
  if (item.onlyIf === null) return [];
  const { itemId, answer } = item.onlyIf;
  const at = items.findIndex(({ id }) => id === itemId);
  if (itemId === item.id) return [issue(`${path}.onlyIf.itemId`, 'itemSelf')];
  const other = items[at];
  if (other === undefined) return [issue(`${path}.onlyIf.itemId`, 'itemUnknown', { id: itemId })];
  if (at > index) return [issue(`${path}.onlyIf.itemId`, 'itemLater')];
  return answersOf[other.answer].includes(answer) ? [] : [issue(`${path}.onlyIf.answer`, 'itemAnswer')];
}

function listIssues(list: keyof typeof groupsOf, items: readonly CheckItem[]): ProtocolIssue[] {
  const groups: readonly CheckItem['group'][] = groupsOf[list];
  return items.flatMap((item, index) => {
    const path = `${list}.${index}`;
    const { value } = item;
    return [
      ...(groups.includes(item.group) ? [] : [issue(`${path}.group`, 'itemGroup')]),
      ...(item.textKey === null && item.label === null ? [issue(`${path}.label`, 'itemWords')] : []),
      ...((item.answer === 'value') === (value !== null) ? [] : [issue(`${path}.value`, 'itemValue')]),
      ...(item.stops !== null && item.answer !== 'yesNo' ? [issue(`${path}.stops`, 'itemAnswer')] : []),
      ...(value?.kind === 'number' && value.min > value.max ? [issue(`${path}.value.min`, 'rangeOrder')] : []),
      ...dependsIssues(path, item, index, items),
    ];
  });
}

function twice(path: string, code: Code, keys: readonly string[], field: string): ProtocolIssue[] {
  return keys.flatMap((key, index) =>
    keys.indexOf(key) < index ? [issue(`${path}.${index}.${field}`, code, { id: key })] : [],
  );
}

/** What no session could hold. A protocol with any of it is never made a version; order: that of the form. */
export function checkProtocol(protocol: Protocol): readonly ProtocolIssue[] {
  const { preChecks, recoveryChecks, dueReadings, care, dischargeScore } = protocol;
  const scale = dischargeScore.scale === 'aldrete' ? aldrete : padss;
  const { fitFrom } = dischargeScore;
  const ids = (all: readonly { readonly id: string }[]): readonly string[] => all.map(({ id }) => id);
  return [
    ...readingIssues(protocol),
    ...quietIssues(protocol),
    ...twice('dueReadings', 'idTwice', ids(dueReadings), 'offsetMs'),
    ...(fitFrom < 1 || fitFrom > scale.max
      ? [issue('dischargeScore.fitFrom', 'scoreRange', { value: fitFrom, max: scale.max })]
      : []),
    ...bandIssues(protocol.bands),
    ...twice('care.medicines', 'idTwice', ids(care.medicines), 'drug'),
    ...twice(
      'care.firstSteps',
      'stepTwice',
      care.firstSteps.map(({ kind }) => kind),
      'kind',
    ),
    ...listIssues('preChecks', preChecks),
    ...twice('preChecks', 'idTwice', ids(preChecks), 'label'),
    ...listIssues('recoveryChecks', recoveryChecks),
    ...twice('recoveryChecks', 'idTwice', ids(recoveryChecks), 'label'),
  ];
}
