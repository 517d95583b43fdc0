import type { Answer } from '../../../shared/ipc/answer.ts';
import type { SessionCommand } from '../../../shared/session/command.ts';
import type { ReadingParts } from '../../../shared/vitals/reading.ts';
import { goodAnswer } from '../check-answers.ts';
import type { InPageBridge } from '../in-page-bridge.ts';
import { commandsOf, type SceneChoice } from './room-intake.ts';
import { PREVIEW_PIN } from './people.ts';

const MINUTE = 60_000;

/** Moments of a session that previews and window tests begin at. */
export const sceneNames = [
  'draft',
  'preChecks',
  'ready',
  'infusing',
  'paused',
  'overtime',
  'recovery',
  'emergency',
  'finished',
] as const;
export type SceneName = (typeof sceneNames)[number];

export interface SceneOptions {
  readonly practice: boolean;
  readonly patientId: string;
  readonly courseId: string | null;
  /** How far into the infusion, ms; for the scenes during one. */
  readonly elapsedMs: number;
  /** What the patient chose at intake; null: was not asked. */
  readonly choice: SceneChoice | null;
  /** Of a practice: its simulated patient; null: none. */
  readonly simulation: { readonly scenario: string; readonly seed: number } | null;
}

const usual: SceneOptions = {
  practice: false,
  patientId: 'patient-jordan',
  courseId: 'course-jordan',
  elapsedMs: 18 * MINUTE + 53_000,
  choice: null,
  simulation: null,
};

/** Does to one session what a nurse would, through the bridge and the engine. Throws where the engine says no. */
export class Nurse {
  readonly sessionId: string;
  readonly #page: InPageBridge;
  #count = 0;

  constructor(page: InPageBridge, sessionId: string) {
    this.#page = page;
    this.sessionId = sessionId;
  }

  id(kind: string): string {
    this.#count += 1;
    return `${this.sessionId}-${kind}-${this.#count}`;
  }

  /** A command that has to go through. */
  do(command: SessionCommand): void {
    const answer = this.enter(command);
    if (!answer.ok) throw new Error(`${command.type}: ${answer.code} ${JSON.stringify(answer.params)}`);
  }

  enter(command: SessionCommand): Answer<unknown> {
    const session = this.#page.sessions.get(this.sessionId);
    if (session === undefined) throw new Error('No such session');
    const staffId = this.#page.status.signedIn?.staffId ?? 'staff-alvarez';
    const envelope = {
      sessionId: this.sessionId,
      commandId: this.id('command'),
      seenSeq: session.session.seq,
      command,
    };
    return session.execute(envelope, { kind: 'staff', staffId }, this.#page.clock.now());
  }

  read(systolic: number, diastolic: number, spo2: number, pulse: number): string {
    const readingId = this.id('reading');
    const parts: ReadingParts = {
      ...{ systolic, diastolic, spo2, pulse },
      respirations: 14,
      sedation: { kind: 'rass', value: -1 },
      oxygenTenths: null,
    };
    this.do({ type: 'takeReading', readingId, parts, takenAt: this.#page.clock.now().wallMs, confirmed });
    return readingId;
  }

  wait(ms: number): void {
    this.#page.advance(ms);
  }
}

/** A reading of a scene is what its nurse meant. */
const confirmed = ['systolicJump', 'diastolicJump', 'spo2Jump', 'pulseJump'];

/** Brings a new session to a moment; returns its nurse. */
export function playScene(page: InPageBridge, scene: SceneName, options: Partial<SceneOptions> = {}): Nurse {
  const { practice, patientId, courseId, elapsedMs, choice, simulation } = { ...usual, ...options };
  const who = practice ? { patientId: null, courseId: null } : { patientId, courseId };
  const nurse = new Nurse(
    page,
    page.create({
      ...{ practice, ...who, plannedMs: 50 * MINUTE, musicHash: 'hash-shoreline' },
      ...(simulation === null ? {} : { simulation }),
    }),
  );
  if (choice !== null) for (const command of commandsOf(choice)) nurse.do(command);
  if (scene === 'draft') return nurse;
  nurse.do({ type: 'beginPreChecks' });
  if (scene === 'preChecks') return nurse;
  prepare(page, nurse);
  if (scene === 'ready') return nurse;
  nurse.do({ type: 'start', agoMs: 0 });
  infuse(nurse, scene === 'infusing' || scene === 'paused' || scene === 'emergency' ? elapsedMs : 50 * MINUTE);
  finishScene(page, nurse, scene);
  return nurse;
}

/** What a nurse types into the items that take words. */
const typed: Readonly<Record<string, string>> = {
  escort: 'sister, 5 55 12 34',
  allergies: 'penicillin (rash)',
};

function prepare(page: InPageBridge, nurse: Nurse): void {
  const protocol = page.sessions.get(nurse.sessionId)?.protocol;
  for (const item of protocol?.preChecks ?? []) {
    nurse.wait(4_000);
    if (item.onlyIf !== null) continue;
    const answer = goodAnswer(item, page.clock.now().wallMs, typed[item.id]);
    nurse.do({ type: 'answerCheck', list: 'preChecks', itemId: item.id, ...answer });
  }
  nurse.do({ type: 'noteWishes', intention: 'To let the tide carry it.', wishes: 'No touch. Curtain a little open.' });
  nurse.do({
    type: 'enterOrder',
    order: {
      ...{ drug: 'Ketamine', mgPerKg: 0.5, weightKg: 72, mg: 36, concentrationMgPerMl: 1, rateMlPerHour: 43.2 },
      ...{ route: 'iv', prescriber: 'Dr. N. Okafor' },
    },
  });
  nurse.do({ type: 'checkOrder', checkerId: 'staff-tan', pin: PREVIEW_PIN });
  nurse.do({ type: 'acceptBaseline', readingId: nurse.read(118, 74, 98, 76) });
  nurse.do({ type: 'settleIn' });
  nurse.wait(3 * MINUTE);
}

/** Readings of a usual infusion: minute, systolic, diastolic, SpO2, pulse. */
const usualReadings: readonly (readonly [number, number, number, number, number])[] = [
  [5, 124, 78, 98, 82],
  [15, 131, 85, 97, 86],
  [30, 146, 92, 96, 94],
  [40, 139, 88, 95, 91],
];

function infuse(nurse: Nurse, untilMs: number): void {
  let at = 0;
  for (const [minute, ...figures] of usualReadings) {
    if (minute * MINUTE > untilMs) break;
    nurse.wait(minute * MINUTE - at);
    at = minute * MINUTE;
    nurse.read(...figures);
    if (minute === 30) nurse.do({ type: 'mark', markId: nurse.id('mark'), kind: 'nausea', note: null, agoMs: 0 });
  }
  nurse.wait(untilMs - at);
}

function finishScene(page: InPageBridge, nurse: Nurse, scene: SceneName): void {
  if (scene === 'paused') nurse.do({ type: 'pausePump', reason: 'bathroom', pumpStands: true, note: null, agoMs: 0 });
  if (scene === 'emergency') {
    nurse.do({ type: 'beginEmergency' });
    nurse.wait(47_000);
    nurse.do({ type: 'emergencyStep', step: 'oxygen', note: null });
  }
  if (scene === 'overtime') nurse.wait(80_000);
  if (scene !== 'recovery' && scene !== 'finished') return;
  nurse.do({ type: 'stopPump', reason: 'complete', note: null, agoMs: 0 });
  const wrong = nurse.read(164, 84, 97, 88);
  nurse.wait(2 * MINUTE);
  const parts: ReadingParts = {
    ...{ systolic: 134, diastolic: 84, spo2: 97, pulse: 88, respirations: 14, oxygenTenths: null },
    sedation: { kind: 'rass', value: -1 },
  };
  const takenAt = page.clock.now().wallMs - 2 * MINUTE;
  nurse.do({ type: 'amendReading', readingId: wrong, parts, takenAt, reason: 'Typing error', confirmed: [] });
  nurse.do({ type: 'recordDose', mgGiven: 36, mgDiscarded: 0, witness: null, note: null });
  nurse.wait(10 * MINUTE);
  if (scene === 'finished') leave(page, nurse);
}

function leave(page: InPageBridge, nurse: Nurse): void {
  nurse.wait(20 * MINUTE);
  nurse.read(121, 77, 98, 78);
  nurse.do({ type: 'keepOwnWords', text: 'Like lying on the bottom of a warm sea.' });
  nurse.wait(30 * MINUTE);
  nurse.read(119, 75, 99, 74);
  const protocol = page.sessions.get(nurse.sessionId)?.protocol;
  for (const item of protocol?.recoveryChecks ?? []) {
    const answer = goodAnswer(item, page.clock.now().wallMs, 'sister');
    nurse.do({ type: 'answerCheck', list: 'recovery', itemId: item.id, ...answer });
  }
  const items = { activity: 2, respiration: 2, circulation: 2, consciousness: 2, oxygen: 2 };
  nurse.do({ type: 'score', scale: 'aldrete', items, judgement: 'fit' });
  nurse.do({ type: 'finish', how: 'fit', escort: 'sister', note: null, agoMs: 0 });
}
