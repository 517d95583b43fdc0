import { roomScene } from '../lights/scene.ts';
import type { Cue } from '../cues/cue.ts';
import type { MusicPhase } from '../music/set.ts';
import { defaultPreChecks, defaultRecoveryChecks } from './default-checks.ts';
import { defaultMoaas, noInstructions, type BandLimits, type Bands } from './bands.ts';
import { defaultCarePlan } from './care-plan.ts';
import { defaultReadingRules, type DueReading, type ReadingRules } from './reading-plan.ts';
import { plainSheets } from './leaving-sheets.ts';
import { PROTOCOL_VERSION, type Protocol } from './schema.ts';

const MINUTE = 60_000;

/** Planned infusion of the default protocol, ms. */
export const DEFAULT_INFUSION_MS = 50 * MINUTE;

/** Warm white for a dimmed room, kelvin. */
const WARM = 2200;

function limits(
  amberLow: number | null,
  redLow: number | null,
  amberHigh: number | null,
  redHigh: number | null,
): BandLimits {
  return { amberLow, redLow, amberHigh, redHigh };
}

/**
 * Suggested bands, all the clinic's to change. Limits are reached at the value itself, so "over 140" stands as 141.
 * - before the start: over 140/90 is the prescriber's decision (esketamine label); 180/110 as in ED and Mayo protocols;
 * - during: 160/100, or 30 % over baseline from 140/90 (20 % would mark a third of ordinary sessions: Yale 2024, mean
 *   rise 16/11 mmHg, doi 10.1016/j.genhosppsych.2024.07.001); red 180/110; low 90 systolic (NCT05803551);
 * - SpO2 under 95 amber (NCT05803551), under 90 red (Aldrete table); pulse under 50 or over 120, 40/150, and breathing
 *   under 10 or over 24, 8/30 (ED protocol scirp 3-1750111, NCT05803551); RASS -3/+2, -4/+3 (Sessler 2002).
 */
function defaultBands(setAt: number, setBy: string): Bands {
  return {
    setBy,
    setAt,
    preStart: { systolic: limits(89, null, 141, 180), diastolic: limits(null, null, 91, 110) },
    systolic: limits(89, null, 160, 180),
    diastolic: limits(null, null, 100, 110),
    overBaseline: { share: 0.3, systolicFrom: 140, diastolicFrom: 90 },
    // No source names a rise between two readings: the clinic's own to set.
    overLast: null,
    spo2: limits(94, 89, null, null),
    pulse: limits(49, 39, 121, 151),
    respirations: limits(9, 7, 25, 31),
    rass: limits(-3, -4, 2, 3),
    moaas: defaultMoaas,
    instructions: noInstructions,
  };
}

/** Each reading has 3 minutes to either side. */
const WINDOW_MS = 3 * MINUTE;

function due(from: DueReading['from'], minutes: number): DueReading {
  const id = from === 'recovery' && minutes === 0 ? 'end' : `${from}-${minutes}`;
  return { id, from, offsetMs: minutes * MINUTE, windowMs: WINDOW_MS };
}

/** What monitoring during an infusion always has (clinical reference: blood pressure, SpO2 and pulse); the same that a baseline needs. */
const figures: ReadingRules['dueParts'] = { ...defaultReadingRules.dueParts, pressure: true, spo2: true, pulse: true };

/** The end reading counts from the pump's stop itself, wherever that comes to lie. */
const recoveryReadings = [0, 15, 30, 60].map((minutes) => due('recovery', minutes));

/**
 * Readings of 50 minutes: +5, +15, +30, +40 and the end; the rise peaks at 30 to 40 minutes (Emory 2018, Yale 2024), so
 * one falls there. No more than that: each one wakes the patient.
 */
const infusionReadings = [5, 15, 30, 40].map((minutes) => due('start', minutes));

function scene(id: string, anchor: Cue['anchor'], level: number, fadeMs: number): Cue {
  return { id, anchor, action: { kind: 'scene', scene: roomScene(level, WARM), fadeMs } };
}

function music(phase: MusicPhase, anchor: Cue['anchor']): Cue {
  return { id: `music-${phase}`, anchor, action: { kind: 'music', phase } };
}

/**
 * Light and music. Start: a fade of a minute to a tenth, the patient's cue to pull the mask down (seed interview). Music
 * phases for 50 minutes: onset 0-8, build 8-18, peak 18-38, return 38-50, the bed after zero (Bonny & Pahnke 1972,
 * scaled); return light 5 minutes before zero.
 */
const cueSheet: readonly Cue[] = [
  scene('lights-start', { from: 'start', offsetMs: 0 }, 0.1, MINUTE),
  { id: 'mask-down', anchor: { from: 'start', offsetMs: 0 }, action: { kind: 'prompt', code: 'maskDown' } },
  music('onset', { from: 'start', offsetMs: 0 }),
  music('build', { from: 'start', offsetMs: 8 * MINUTE }),
  music('peak', { from: 'start', offsetMs: 18 * MINUTE }),
  scene('lights-peak', { from: 'start', offsetMs: 18 * MINUTE }, 0.05, 2 * MINUTE),
  music('return', { from: 'zero', offsetMs: -12 * MINUTE }),
  scene('lights-return', { from: 'zero', offsetMs: -5 * MINUTE }, 0.25, 2 * MINUTE),
  music('recovery', { from: 'zero', offsetMs: 0 }),
  scene('lights-recovery', { from: 'recovery', offsetMs: 0 }, 0.4, 2 * MINUTE),
];

/** Readings of a schedule refitted: those of the last 5 minutes go (the end has its own), a longer infusion goes on every 20. */
function fitReadings(readings: readonly DueReading[], infusionMs: number): DueReading[] {
  const last = infusionMs - 5 * MINUTE;
  const kept = readings.filter((reading) => reading.from === 'start' && reading.offsetMs <= last);
  const latest = Math.max(0, ...kept.map((reading) => reading.offsetMs));
  const added: DueReading[] = [];
  for (let at = latest + 20 * MINUTE; at <= last; at += 20 * MINUTE) added.push(due('start', at / MINUTE));
  return [...kept, ...added, ...readings.filter((reading) => reading.from === 'recovery')];
}

/**
 * A protocol refitted to another planned length (20 to 120 minutes, ms): moments of cues between start and zero scale in
 * whole minutes, fades do not; readings keep their moments; bands, checklists and recovery stay.
 */
export function fitProtocol(protocol: Protocol, infusionMs: number): Protocol {
  if (protocol.infusionMs === infusionMs) return protocol;
  const share = infusionMs / protocol.infusionMs;
  const fitted = (ms: number): number => Math.round((ms * share) / MINUTE) * MINUTE;
  const cues = protocol.cues.map((cue) =>
    cue.anchor.from === 'recovery' ? cue : { ...cue, anchor: { ...cue.anchor, offsetMs: fitted(cue.anchor.offsetMs) } },
  );
  return { ...protocol, infusionMs, cues, dueReadings: fitReadings(protocol.dueReadings, infusionMs) };
}

/**
 * The built-in protocol for 50 minutes. `madeAt` epoch ms, `author` a name that every print shows. Least stay 60 minutes
 * after the pump's stop (ED protocol: observe at least 60; back to baseline within 90, Gdansk 2020). Fit to leave from
 * an Aldrete score of 9.
 */
export function defaultProtocol(madeAt: number, author: string): Protocol {
  return {
    schemaVersion: PROTOCOL_VERSION,
    id: 'default',
    title: 'Ketamine infusion, 50 minutes',
    version: 1,
    author,
    madeAt,
    infusionMs: DEFAULT_INFUSION_MS,
    recoveryMs: 60 * MINUTE,
    preChecks: [...defaultPreChecks],
    recoveryChecks: [...defaultRecoveryChecks],
    dueReadings: [...infusionReadings, ...recoveryReadings],
    readingRules: { ...defaultReadingRules, dueParts: figures },
    bands: defaultBands(madeAt, author),
    care: defaultCarePlan,
    cues: [...cueSheet],
    sheets: plainSheets,
    dischargeScore: { scale: 'aldrete', fitFrom: 9 },
  };
}
