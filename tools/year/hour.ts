import type { Sitting } from '../archive/sitting.ts';
import type { VisitCast } from './cast.ts';
import { elapsed } from '../../shared/session/life.ts';
import { roomScene } from '../../shared/lights/scene.ts';
import { MINUTE_MS } from './calendar.ts';
import { emergencyIn, highReading, lowSaturation, pauseIn, redReading } from './incidents.ts';
import { feltIll, grewAfraid } from './complaints.ts';
import { isRaised, takeDue, turnsOf } from './take.ts';
import { calmNotes } from './words.ts';

/** Something that happens at a minute of the infusion; true ends it. */
interface Act {
  readonly minute: number;
  readonly act: () => boolean | void;
}

/** From the start to the pump's stop. */
export function infuseVisit(sitting: Sitting, cast: VisitCast): void {
  const { random } = sitting;
  const planned = sitting.session.plannedMs / MINUTE_MS;
  const acts = [
    ...readingsOf(sitting, cast),
    ...quietActs(sitting),
    ...bodyActs(sitting, cast),
    ...story(sitting, cast),
  ];
  for (const { minute, act } of acts.toSorted((a, b) => a.minute - b.minute)) {
    if (minute >= planned) break;
    toMinute(sitting, minute);
    if (act() === true) return;
  }
  toMinute(sitting, planned);
  sitting.pass(random.whole(5, 100) * 1000).press({ type: 'stopPump', reason: 'complete', note: null, agoMs: 0 });
}

/** Lets time pass until session time has come to a minute. */
function toMinute(sitting: Sitting, minute: number): void {
  sitting.pass(Math.max(0, minute * MINUTE_MS - elapsed(sitting.session, sitting.now())));
}

function readingsOf(sitting: Sitting, cast: VisitCast): Act[] {
  return turnsOf('start', [5, 15, 30, 40], sitting).map((turn) => ({
    minute: turn.minute,
    act: () => {
      const readingId = takeDue(sitting, cast, turn);
      if (readingId !== null && isRaised(sitting, readingId))
        sitting.pass(20_000).attempt({ type: 'seeBand', readingId });
    },
  }));
}

/** What a nurse writes and turns while nothing is the matter. */
function quietActs(sitting: Sitting): Act[] {
  const { random } = sitting;
  const acts: Act[] = [];
  const sometimes = (share: number, from: number, to: number, act: () => void): void => {
    if (random.chance(share)) acts.push({ minute: random.whole(from * 10, to * 10) / 10, act });
  };
  const note = (): void => void sitting.press({ type: 'note', text: random.pick(calmNotes) });
  sometimes(0.7, 9, 20, note);
  sometimes(0.35, 22, 44, note);
  sometimes(0.25, 3, 30, () => void sitting.attempt({ type: 'setVolume', level: random.whole(4, 8) / 10 }));
  sometimes(0.12, 10, 40, () => void sitting.attempt({ type: 'nextTrack' }));
  sometimes(
    0.08,
    12,
    40,
    () => void sitting.press({ type: 'setLights', scene: roomScene(0.15, 2200), fadeMs: 20_000 }),
  );
  return acts;
}

/** What the hour does to some bodies. */
function bodyActs(sitting: Sitting, cast: VisitCast): Act[] {
  const { random } = sitting;
  const { queasy, anxious } = cast.planned.patient;
  const acts: Act[] = [];
  if (random.chance(queasy ? 0.5 : 0.09))
    acts.push({ minute: random.whole(26, 44), act: () => feltIll(sitting, cast) });
  if (random.chance(anxious ? 0.35 : 0.05)) acts.push({ minute: random.whole(9, 20), act: () => grewAfraid(sitting) });
  return acts;
}

/** The one thing that this visit will be remembered for. */
function story(sitting: Sitting, cast: VisitCast): Act[] {
  const { random } = sitting;
  switch (cast.planned.story) {
    case 'amber':
      return [{ minute: random.whole(31, 35), act: () => highReading(sitting, cast) }];
    case 'red':
      return [{ minute: random.whole(31, 35), act: () => redReading(sitting, cast) }];
    case 'lowSpo2':
      return [{ minute: random.whole(20, 27), act: () => lowSaturation(sitting, cast) }];
    case 'paused':
      return [{ minute: random.whole(18, 38), act: () => pauseIn(sitting) }];
    case 'emergency':
      return [{ minute: random.whole(14, 36), act: () => emergencyIn(sitting, cast) }];
    case 'early':
      return [{ minute: random.whole(17, 43), act: () => endEarly(sitting) }];
    case 'calm':
    case 'gate':
    case 'fever':
    case 'tooHigh':
      return [];
  }
}

function endEarly(sitting: Sitting): true {
  const { random } = sitting;
  const [reason, note] = random.pick([
    ['patientAsks', 'Says clearly that it is enough for today.'],
    ['distress', 'Crying, cannot be reached by voice for a minute, then holds the hand. Does not want to go on.'],
    ['vomiting', 'Vomits twice, wants to stop.'],
    ['line', 'Line in the tissue, arm swollen; not to be placed again today.'],
  ] as const);
  const kind = { patientAsks: 'callBell', distress: 'distress', vomiting: 'vomiting', line: 'lineProblem' } as const;
  sitting.press({ type: 'mark', markId: random.id(), kind: kind[reason], note: null, agoMs: 0 });
  sitting.pass(random.whole(60, 180) * 1000).press({ type: 'stopPump', reason, note, agoMs: 0 });
  return true;
}
