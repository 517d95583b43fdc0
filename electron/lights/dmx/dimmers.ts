import type { Lamp, TargetOf } from '../../../shared/lights/lamps.ts';
import { levelOn, SLOTS, writeLevel, type Course } from './levels.ts';

/** The lamps of one universe as its slots show them. */
export interface Dimmers {
  /** Leads one lamp to a level from where it is; the first time at once, since nobody knows where it was. */
  readonly lead: (lampId: string, level: number, fadeMs: number, now: number) => void;
  /** The way is there again: from where each lamp was left, it is led gently to where it has to be by now. */
  readonly resume: (now: number) => void;
  /** All slots at a moment. `arrived` is told how sending them ended: null, or a code. */
  readonly drawn: (now: number) => { readonly slots: Uint8Array; readonly arrived: (failure: string | null) => void };
}

/** Before anything was set, the room counts as fully lit. */
const UNTOUCHED: Course = { from: 1, to: 1, fadeMs: 0, startedAt: -Infinity };
const LAST_FRAME_TRIES = 3;
/** What is left of a fade after a gap is never shorter than this, ms, unless it was asked for shorter. */
export const GENTLE_MS = 2_000;

interface Dimmer {
  readonly lamp: Lamp;
  readonly target: TargetOf<'dmx'>;
  course: Course;
  /** The level that last went out. */
  shown: number | null;
  /** How often the end of its fade may still fail to go out; null where the end is no longer waited for. */
  tries: number | null;
}

/** @param onLost told where the end of a fade could not be sent in three tries */
export function dimmers(lamps: readonly Lamp[], onLost: (lampId: string, code: string) => void): Dimmers {
  const all = new Map<string, Dimmer>();
  for (const lamp of lamps) {
    if (lamp.target.kind === 'dmx')
      all.set(lamp.id, { lamp, target: lamp.target, course: UNTOUCHED, shown: null, tries: null });
  }

  const ended = (dimmer: Dimmer, failure: string | null): void => {
    if (dimmer.tries === null) return;
    dimmer.tries = failure === null ? null : dimmer.tries - 1;
    if (dimmer.tries !== 0 || failure === null) return;
    dimmer.tries = null;
    onLost(dimmer.lamp.id, failure);
  };

  return {
    lead: (lampId, level, fadeMs, now) => {
      const dimmer = all.get(lampId);
      if (dimmer === undefined) return;
      const { course, lamp } = dimmer;
      const known = course !== UNTOUCHED;
      const from = levelOn(course, lamp.minimumLevel, now);
      dimmer.course = { from, to: level, fadeMs: known ? fadeMs : 0, startedAt: now };
      dimmer.tries = known && fadeMs > 0 ? LAST_FRAME_TRIES : null;
    },
    resume: (now) => {
      for (const dimmer of all.values()) {
        const { course, shown } = dimmer;
        if (shown === null || course === UNTOUCHED) continue;
        const leftMs = Math.max(course.startedAt + course.fadeMs - now, Math.min(course.fadeMs, GENTLE_MS));
        dimmer.course = { from: shown, to: course.to, fadeMs: leftMs, startedAt: now };
      }
    },
    drawn: (now) => {
      const slots = new Uint8Array(SLOTS);
      const levels = new Map<Dimmer, number>();
      const atEnd: [Dimmer, Course][] = [];
      for (const dimmer of all.values()) {
        const { course, lamp, target } = dimmer;
        const level = levelOn(course, lamp.minimumLevel, now);
        levels.set(dimmer, level);
        writeLevel(slots, target, lamp, level);
        if (dimmer.tries !== null && now - course.startedAt >= course.fadeMs) atEnd.push([dimmer, course]);
      }
      return {
        slots,
        arrived: (failure) => {
          if (failure === null) for (const [dimmer, level] of levels) dimmer.shown = level;
          // A lamp that was led elsewhere meanwhile has another end to reach.
          for (const [dimmer, course] of atEnd) if (dimmer.course === course) ended(dimmer, failure);
        },
      };
    },
  };
}
