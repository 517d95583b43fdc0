import type { SessionEvent } from '../session/event.ts';
import type { ReadingParts } from '../vitals/reading.ts';

/** What became of an entry later: by which event (seq), and why. */
export interface Replacement {
  readonly kind: 'amended' | 'withdrawn' | 'takenBack' | 'refused';
  readonly seq: number;
  /** Epoch ms at which that was entered. */
  readonly at: number;
  readonly reason: string | null;
  /** The values that stand now; null for anything but an amended reading. */
  readonly parts: ReadingParts | null;
  /** The moment that stands now, epoch ms; null where it stayed what it was. */
  readonly movedTo: number | null;
}

/**
 * Entries that no longer stand as they were written, by the seq of the event that wrote them: the last word on each. What was
 * first written stays where it is, struck through beside the new value.
 */
export function replacements(events: readonly SessionEvent[]): ReadonlyMap<number, Replacement> {
  const found = new Map<number, Replacement>();
  const readings = new Map<string, SessionEvent>();
  const marks = new Map<string, SessionEvent>();
  const medicines = new Map<string, SessionEvent>();
  const adverse = new Map<string, SessionEvent>();
  const figures = new Map<string, SessionEvent>();
  const times: { started: SessionEvent | null; pumpStopped: SessionEvent | null } = {
    started: null,
    pumpStopped: null,
  };
  for (const event of events) {
    const { body, seq, recordedAt } = event;
    const at = recordedAt.wallMs;
    const none = { seq, at, reason: null, parts: null, movedTo: null };
    const replaced = (entry: SessionEvent | null | undefined, rest: Omit<Replacement, 'seq' | 'at'>): void => {
      if (entry != null) found.set(entry.seq, { seq, at, ...rest });
    };
    switch (body.type) {
      case 'readingTaken':
      case 'readingNotObtained':
        readings.set(body.readingId, event);
        break;
      case 'readingAmended': {
        const first = readings.get(body.readingId);
        const movedTo = first === undefined || first.occurredAt === body.takenAt ? null : body.takenAt;
        replaced(first, { kind: 'amended', reason: body.reason, parts: body.parts, movedTo });
        break;
      }
      case 'readingWithdrawn':
        replaced(readings.get(body.readingId), { ...none, kind: 'withdrawn', reason: body.reason });
        break;
      case 'marked':
        marks.set(body.markId, event);
        break;
      case 'markTakenBack':
        replaced(marks.get(body.markId), { ...none, kind: 'takenBack' });
        break;
      case 'medicationGiven':
      case 'medicationDeclined':
        medicines.set(body.medicationId, event);
        break;
      case 'pumpRateNoted':
      case 'pumpTotalRead':
        figures.set(body.noteId, event);
        break;
      case 'adverseEventNoted':
        adverse.set(body.adverseId, event);
        break;
      case 'adverseEventWithdrawn':
        replaced(adverse.get(body.adverseId), { ...none, kind: 'withdrawn', reason: body.reason });
        break;
      case 'medicationWithdrawn':
      case 'pumpNoteWithdrawn': {
        const kind = body.reason === null ? 'takenBack' : 'withdrawn';
        const entry = body.type === 'medicationWithdrawn' ? medicines.get(body.medicationId) : figures.get(body.noteId);
        replaced(entry, { ...none, kind, reason: body.reason });
        break;
      }
      case 'started':
      case 'pumpStopped':
        times[body.type] = event;
        break;
      case 'startTakenBack':
        replaced(times.started, { ...none, kind: 'takenBack', reason: body.reason });
        times.started = null;
        break;
      case 'timeAmended':
        replaced(times[body.what], { kind: 'amended', reason: body.reason, parts: null, movedTo: body.at });
        break;
      case 'disowned':
        for (const refused of body.seqs) found.set(refused, { ...none, kind: 'refused', reason: body.reason });
        break;
      default:
        break;
    }
  }
  return found;
}
