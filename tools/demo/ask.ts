import { randomUUID } from 'node:crypto';
import type { SessionCommand } from '../../shared/session/command.ts';
import type { CheckItem } from '../../shared/protocol/check-item.ts';
import type { Protocol } from '../../shared/protocol/schema.ts';
import type { ReadingParts } from '../../shared/vitals/reading.ts';
import { goodAnswer, type GivenAnswer } from '../../test/helpers/check-answers.ts';
import type { Nurse } from '../../test/helpers/nurse.ts';

/** The data of an answer that is expected to be good. */
export function dataOf<T>(
  answer: { readonly ok: true; readonly data: T } | { readonly ok: false; readonly code: string },
): T {
  if (!answer.ok) throw new Error(`The app refused: ${answer.code}`);
  return answer.data;
}

/** Sends one command as the room window would. */
export async function command(nurse: Nurse, sessionId: string, wanted: SessionCommand): Promise<void> {
  const { seq } = dataOf(await nurse.request('session.open', { sessionId }));
  const envelope = { sessionId, commandId: randomUUID(), seenSeq: seq, command: wanted };
  const answer = await nurse.request('session.command', envelope);
  if (!answer.ok) throw new Error(`"${wanted.type}" was refused: ${answer.code}`);
}

/** What is answered where a press alone does not do. */
const answers: Readonly<Record<string, string>> = {
  escort: 'Sister, 555 0142, comes at 15:30',
  allergies: 'Penicillin: rash (made up)',
  medicinesWhich: 'Sertraline 50 mg at 08:00; no benzodiazepine, no stimulant',
  escortMet: 'Sister',
};

function answerTo(item: CheckItem, nowMs: number): GivenAnswer {
  if (item.id === 'medicinesToday') return { answer: 'yes', value: null };
  if (item.answer === 'offered') return { answer: item.id === 'antiAnxiety' ? 'declined' : 'accepted', value: null };
  return goodAnswer(item, nowMs, answers[item.id]);
}

/** Answers the items of a checklist that belong to these groups. */
export async function answerGroups(
  nurse: Nurse,
  sessionId: string,
  protocol: Protocol,
  list: 'preChecks' | 'recovery',
  groups: readonly CheckItem['group'][],
): Promise<void> {
  const items = list === 'preChecks' ? protocol.preChecks : protocol.recoveryChecks;
  const { clock } = dataOf(await nurse.request('hello', {}));
  for (const item of items.filter(({ id, group }) => groups.includes(group) && id !== 'historyWhich'))
    await command(nurse, sessionId, {
      type: 'answerCheck',
      list,
      itemId: item.id,
      ...answerTo(item, clock.wallMs),
    });
}

/** A whole reading at room air, breathing quietly. */
export function calm(systolic: number, diastolic: number, spo2: number, pulse: number, rass: number): ReadingParts {
  return {
    systolic,
    diastolic,
    spo2,
    pulse,
    respirations: 14,
    sedation: { kind: 'rass', value: rass },
    oxygenTenths: 0,
  };
}

/** A reading by command; `takenAt` is the cuff's own time, epoch ms. */
export async function takeReading(
  nurse: Nurse,
  sessionId: string,
  parts: ReadingParts,
  takenAt: number,
): Promise<void> {
  await command(nurse, sessionId, {
    type: 'takeReading',
    readingId: randomUUID(),
    parts,
    takenAt: Math.round(takenAt),
    confirmed: [],
  });
}
