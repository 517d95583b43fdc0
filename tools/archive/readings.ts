import type { ReadingParts } from '../../shared/vitals/reading.ts';
import type { Sitting } from './sitting.ts';
import { reason } from './words.ts';

/** Enters a reading taken `agoMs` ago; what the app finds unlikely is confirmed, as the nurse would who looked twice. */
export function takeReading(sitting: Sitting, parts: ReadingParts, agoMs: number): string {
  const readingId = sitting.random.id();
  const takenAt = sitting.now().wallMs - agoMs;
  const doubt = sitting.ask({ type: 'takeReading', readingId, parts, takenAt, confirmed: [] });
  if (doubt === null) return readingId;
  const confirmed = String(doubt['codes'] ?? '').split(',');
  sitting.press({ type: 'takeReading', readingId, parts, takenAt, confirmed });
  return readingId;
}

/** Corrects one value of a reading, or withdraws it, some time later. */
export function correctReading(sitting: Sitting, readingId: string): void {
  const reading = sitting.session.readings.find((candidate) => candidate.readingId === readingId);
  if (reading === undefined || reading.parts === null || reading.withdrawn !== null) return;
  if (sitting.random.chance(0.2)) {
    sitting.press({ type: 'withdrawReading', readingId, reason: reason(sitting.random) });
    return;
  }
  const { parts, takenAt } = reading;
  const pulse = Math.max(40, (parts.pulse ?? 70) + sitting.random.whole(-6, 6));
  sitting.attempt({
    type: 'amendReading',
    readingId,
    parts: { ...parts, pulse },
    takenAt,
    reason: reason(sitting.random),
    confirmed: ['systolicHigh', 'diastolicHigh', 'spo2Jump', 'pulseJump', 'systolicJump', 'diastolicJump', 'spo2Low'],
  });
}
