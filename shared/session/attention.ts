import type { Protocol } from '../protocol/schema.ts';
import type { ClockReading } from '../time/clock.ts';
import { bandFields, type BandField } from '../vitals/band-fields.ts';
import { levelOf, type Band } from '../vitals/bands.ts';
import type { RaisedBand } from './attention-state.ts';
import type { NewSessionEvent } from './event.ts';
import { APP, ahead, newEvent } from './pending.ts';
import { readingBands } from './reading-bands.ts';
import type { ReadingState } from './reading-state.ts';
import type { Session } from './state.ts';

const rank: Readonly<Record<Band, number>> = { ok: 0, amber: 1, red: 2 };

interface Found {
  readonly level: Band;
  /** Measures that it has, each with its band. */
  readonly bands: Partial<Record<BandField, Band>>;
}

/** The bands of one reading as its values stand today. */
function found(session: Session, protocol: Protocol, reading: ReadingState): Found {
  if (reading.parts === null) return { level: 'ok', bands: {} };
  const bands = readingBands(session, protocol.bands, reading);
  return { level: levelOf(bands, reading.parts), bands };
}

/** Readings since the start that count, oldest first. Before the start the gate looks after the baseline. */
function countingReadings(session: Session): ReadingState[] {
  const { started } = session;
  if (started === null) return [];
  return session.readings
    .filter((r) => r.parts !== null && r.withdrawn === null && r.lifeMs >= started.lifeMs)
    .toSorted((a, b) => a.lifeMs - b.lifeMs || a.seq - b.seq);
}

function fieldsIn({ bands }: Found): BandField[] {
  return bandFields.filter((field) => (bands[field] ?? 'ok') !== 'ok');
}

function isRaised(session: Session, readingId: string, level: Band, fields: readonly BandField[]): boolean {
  return session.raised.some(
    (band) =>
      band.readingId === readingId && band.level === level && fields.every((field) => band.fields.includes(field)),
  );
}

/**
 * The events of a decision with the bands that they raise. A reading raises its band when it is written, and again when an
 * amendment leads it into another one; a baseline that is amended may raise those of all readings held against it, and so
 * may any other one those of the readings after it, where the clinic's bands look at the rise since the last.
 */
export function withRaisedBands(
  session: Session,
  protocol: Protocol,
  events: readonly NewSessionEvent[],
  now: ClockReading,
): readonly NewSessionEvent[] {
  const touched = new Set(
    events.flatMap(({ body }) =>
      body.type === 'readingTaken' || body.type === 'readingAmended' ? body.readingId : [],
    ),
  );
  if (touched.size === 0) return events;
  const after = ahead(session, events, now);
  const all = after.baselineId !== null && touched.has(after.baselineId);
  const moments = after.readings.filter(({ readingId }) => touched.has(readingId)).map(({ lifeMs }) => lifeMs);
  const heldFromMs = protocol.bands.overLast === null ? Infinity : Math.min(...moments);
  const raised = countingReadings(after)
    .filter(({ readingId, lifeMs }) => all || touched.has(readingId) || lifeMs > heldFromMs)
    .flatMap((reading) => {
      const today = found(after, protocol, reading);
      const { level } = today;
      const fields = fieldsIn(today);
      if (level === 'ok' || isRaised(after, reading.readingId, level, fields)) return [];
      const { readingId } = reading;
      return [newEvent(after, { type: 'bandRaised', readingId, level, fields, symptoms: null }, APP, now)];
    });
  return [...events, ...raised];
}

/** Whether the value that raised the band has left it since, by an amendment or a withdrawal. Symptoms are no value. */
export function isOvertaken(session: Session, protocol: Protocol, band: RaisedBand): boolean {
  const reading = session.readings.find(({ readingId }) => readingId === band.readingId);
  if (reading === undefined || reading.withdrawn !== null || reading.parts === null) return true;
  if (band.symptoms !== null) return false;
  return rank[found(session, protocol, reading).level] < rank[band.level];
}

/**
 * Bands that need no answer: answered, overtaken, or amber that goes on (the reading before, which had these measures, was
 * in it as well, and that was seen). Red always asks.
 */
function quietBands(session: Session, protocol: Protocol, readings: readonly ReadingState[]): ReadonlySet<RaisedBand> {
  const quiet = new Set<RaisedBand>();
  const known = new Set<RaisedBand>();
  readings.forEach((reading, at) => {
    for (const band of session.raised.filter(({ readingId }) => readingId === reading.readingId)) {
      const before = readings.slice(0, at).findLast((earlier) => {
        const { bands } = found(session, protocol, earlier);
        return band.fields.some((field) => field in bands);
      });
      const goesOn =
        band.level === 'amber' &&
        session.raised.some(
          (earlier) =>
            earlier.readingId === before?.readingId &&
            known.has(earlier) &&
            band.fields.every((field) => earlier.fields.includes(field)),
        );
      const overtaken = isOvertaken(session, protocol, band);
      if (!overtaken && (band.answer !== null || goesOn)) known.add(band);
      if (overtaken || known.has(band)) quiet.add(band);
    }
  });
  return quiet;
}

/** A band that somebody has to look at, and the reading it is about. */
export interface OpenBand {
  readonly band: RaisedBand;
  readonly reading: ReadingState;
}

/** The one band that asks for an answer now: red before amber, newest first; null where none does. */
export function openBand(session: Session, protocol: Protocol): OpenBand | null {
  if (session.phase !== 'infusing' && session.phase !== 'overtime' && session.phase !== 'recovery') return null;
  if (session.raised.every(({ answer }) => answer !== null)) return null;
  const readings = countingReadings(session);
  const quiet = quietBands(session, protocol, readings);
  const waiting = session.raised.flatMap((band) => {
    const reading = readings.find(({ readingId }) => readingId === band.readingId);
    return reading === undefined || quiet.has(band) ? [] : [{ band, reading }];
  });
  const [first] = waiting.toSorted(
    (a, b) => rank[b.band.level] - rank[a.band.level] || b.reading.lifeMs - a.reading.lifeMs || b.band.seq - a.band.seq,
  );
  return first ?? null;
}
