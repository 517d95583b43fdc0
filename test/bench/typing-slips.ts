import * as fc from 'fast-check';
import { emptyEntry, partsOf, type ReadingEntry } from '../../renderer/room/session/reading/entry-state.ts';
import { reduceEntry } from '../../renderer/room/session/reading/reading-entry.ts';
import { decide } from '../../shared/session/decide.ts';
import { readingDoubts } from '../../shared/session/decide-readings.ts';
import { lifeMs } from '../../shared/session/life.ts';
import type { Session } from '../../shared/session/state.ts';
import { meantBy } from '../../shared/vitals/meant.ts';
import { measures, type Measure, type Typed } from '../../shared/vitals/measures.ts';
import { isWholeReading } from '../../shared/vitals/paste.ts';
import { alvarez, parts, type TestRoom } from '../helpers/session-builder.ts';
import { calmReading, type Calm } from '../helpers/typed-arbitrary.ts';

/** One slip: what a nurse who meant `calm` types, or pastes. */
export interface Slip {
  readonly calm: Calm;
  readonly typed: Typed | null;
  readonly pasted: string | null;
}

/** What became of a slip. */
export interface Outcome {
  readonly what: 'refused' | 'asked' | 'taken';
  /** One press would have put what was meant. */
  readonly offered: boolean;
  /** The record holds what the echo said; null where nothing was stored. */
  readonly stored: boolean | null;
}

const figures: readonly Measure[] = ['systolic', 'diastolic', 'spo2', 'pulse'];
const typing = (change: (calm: Calm) => fc.Arbitrary<Typed>) =>
  calmReading.chain((calm) => change(calm).map((typed): Slip => ({ calm, typed, pasted: null })));

const tenfold = (text: string, up: boolean) => (up ? `${text}0` : text.slice(0, -1));

/** Two neighbouring digits that differ, the other way round; null where there are none. */
function turned(text: string, at: number): string | null {
  const [one, other] = [text[at], text[at + 1]];
  if (one === undefined || other === undefined || one === other) return null;
  return text.slice(0, at) + other + one + text.slice(at + 2);
}

const pasting = (write: (typed: Typed, other: string) => string) =>
  fc
    .tuple(calmReading, fc.integer({ min: 361, max: 376 }), fc.integer({ min: 1940, max: 2005 }))
    .map(([calm, tenths, year]): Slip => ({ calm, typed: null, pasted: write(calm.typed, `${tenths / 10} ${year}`) }));

/** The kinds of slip, each generated. Mis-pasted: another order, a figure short, glued, or what is no reading at all. */
export const slips = {
  'out by ten': typing(({ typed }) =>
    fc
      .record({ field: fc.constantFrom(...figures), up: fc.boolean() })
      .map(({ field, up }) => ({ ...typed, [field]: tenfold(typed[field], up) })),
  ),
  'systolic and diastolic swapped': typing(({ typed }) =>
    fc.constant({ ...typed, systolic: typed.diastolic, diastolic: typed.systolic }),
  ),
  'mis-pasted': fc.oneof(
    pasting(({ systolic, diastolic, spo2, pulse }) => `${systolic}/${diastolic} ${pulse} ${spo2}`),
    pasting(({ systolic, diastolic, spo2, pulse }) => `${spo2} ${pulse} ${systolic}/${diastolic}`),
    pasting(({ systolic, diastolic, spo2, pulse }) => `${diastolic}/${systolic} ${spo2} ${pulse}`),
    pasting(({ systolic, spo2, pulse }) => `${systolic} ${spo2} ${pulse}`),
    pasting(({ systolic, diastolic, spo2, pulse }) => `${systolic}${diastolic} ${spo2} ${pulse}`),
    pasting(
      ({ systolic, diastolic, spo2, pulse }, other) => `${other.slice(0, 4)} ${systolic}/${diastolic} ${spo2} ${pulse}`,
    ),
    pasting((_, other) => `12.04.${other.slice(-4)}`),
    pasting((_, other) => `${other.slice(0, 2)} kg, 172 cm`),
  ),
  'digits transposed': typing(({ typed }) => {
    const all = figures.flatMap((field) =>
      [0, 1].flatMap((at) => {
        const text = turned(typed[field], at);
        return text === null ? [] : [{ ...typed, [field]: text }];
      }),
    );
    return all.length === 0 ? fc.constant(typed) : fc.constantFrom(...all);
  }),
  'SpO2 and pulse swapped': typing(({ typed }) => fc.constant({ ...typed, spo2: typed.pulse, pulse: typed.spo2 })),
  'right readings': typing(({ typed }) => fc.constant(typed)),
} satisfies Readonly<Record<string, fc.Arbitrary<Slip>>>;

/** A session that knows one reading of the patient, its baseline, and the clock ten minutes later. */
export function sessionKnowing(room: TestRoom, calm: Calm): Session {
  const [first] = room.session.readings;
  if (first === undefined) throw new Error('The room has no baseline');
  return { ...room.session, readings: [{ ...first, parts: parts({ ...calm.known }) }] };
}

/** Types or pastes a slip into the form's own state, asks for the echo, and confirms it whatever it says. */
export function outcomeOf(room: TestRoom, { calm, typed, pasted }: Slip): Outcome {
  const session = sessionKnowing(room, calm);
  const now = room.clock.now();
  const nowMs = now.wallMs;
  const empty = emptyEntry({ oxygenTenths: null, position: null, arm: null });
  let entry: ReadingEntry = empty;
  if (typed !== null) {
    for (const field of measures)
      entry = reduceEntry(entry, { type: 'text', field, text: typed[field], nowMs, rate: 1 });
  } else if (pasted !== null) {
    // What is one value goes into the field that has the focus, as text.
    entry = isWholeReading(pasted)
      ? reduceEntry(entry, { type: 'paste', text: pasted, nowMs, rate: 1 })
      : reduceEntry(entry, { type: 'text', field: 'systolic', text: pasted, nowMs, rate: 1 });
  }
  const wasRefused = entry.refusedPaste !== null;
  const echo = reduceEntry(entry, { type: 'submit', nowMs, rate: 1 });
  const meant = meantBy(echo.texts, calm.known);
  const isRight = meant !== null && figures.every((field) => meant.typed[field] === calm.typed[field]);
  if (wasRefused || echo.stage !== 'echo') return { what: 'refused', offered: isRight, stored: null };
  const echoed = partsOf(echo);
  const doubts = readingDoubts(session, echoed, lifeMs(session, now), null);
  const confirmed = doubts.map(({ code }) => code);
  const command = { type: 'takeReading', readingId: 'typed', parts: echoed, takenAt: nowMs, confirmed } as const;
  const decision = decide(session, room.protocol, command, { now, author: alvarez, seenSeq: session.seq });
  const body = decision.ok ? decision.events[0]?.body : undefined;
  const stored = body?.type === 'readingTaken' && JSON.stringify(body.parts) === JSON.stringify(echoed);
  return { what: doubts.length > 0 ? 'asked' : 'taken', offered: doubts.length > 0 && isRight, stored };
}
