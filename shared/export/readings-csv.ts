import type { ReadingParts } from '../vitals/reading.ts';
import { csvLine, type Cell } from './csv.ts';
import { momentIn } from './moment.ts';
import { readingVersions, type ReadingVersion } from './reading-versions.ts';
import { authorName, type ToldSession } from './told-session.ts';

const parts: Readonly<Record<string, (of: ReadingParts) => Cell>> = {
  systolicMmHg: ({ systolic }) => systolic,
  diastolicMmHg: ({ diastolic }) => diastolic,
  spo2Percent: ({ spo2 }) => spo2,
  pulsePerMin: ({ pulse }) => pulse,
  breathsPerMin: ({ respirations }) => respirations,
  rass: ({ sedation }) => (sedation?.kind === 'rass' ? sedation.value : null),
  moaas: ({ sedation }) => (sedation?.kind === 'moaas' ? sedation.value : null),
  notRoused: ({ sedation }) => (sedation?.kind === 'notRoused' ? 'yes' : null),
  /** 0: room air. */
  oxygenLPerMin: ({ oxygenTenths }) => (oxygenTenths === null ? null : oxygenTenths / 10),
  /** Codes with blanks between; `none`: asked, and there were none. */
  symptoms: ({ symptoms }) => (symptoms == null ? null : symptoms.length === 0 ? 'none' : symptoms.join(' ')),
  position: ({ position }) => position ?? null,
  cuff: ({ arm }) => arm ?? null,
};

type Column = readonly [name: string, of: (told: ToldSession, reading: ReadingVersion) => Cell];

const columns: readonly Column[] = [
  ['practice', ({ session }) => yesNo(session.created.practice)],
  ['sessionId', ({ session }) => session.sessionId],
  ['patient', ({ patient }) => patient?.name ?? null],
  ['birthDate', ({ patient }) => patient?.birthDate ?? null],
  ['infusion', ({ session }) => session.created.infusionNumber],
  ['readingId', (_, { readingId }) => readingId],
  ['version', (_, { version }) => version],
  ['state', (_, { state }) => state],
  ['reason', (_, { reason }) => reason],
  ['takenAt', ({ session }, { takenAt }) => momentIn(takenAt, session.created.timeZone)],
  ['sessionMs', (_, { sessionMs }) => sessionMs],
  ['baseline', (_, { baseline }) => yesNo(baseline)],
  ['due', (_, { dueId }) => dueId],
  ['notObtained', (_, { notObtained }) => notObtained],
  /** Codes with blanks between; empty: all of it, where `notObtained` says why. */
  ['notObtainedParts', (_, { notObtainedParts }) => notObtainedParts?.join(' ') ?? null],
  ['outside', (_, { outside }) => yesNo(outside)],
  ['outsideReason', (_, { outsideReason }) => outsideReason],
  ...Object.entries(parts).map(([name, of]): Column => [
    name,
    (_told, reading) => (reading.parts === null ? null : of(reading.parts)),
  ]),
  ['author', (_, { author }) => author.kind],
  ['staffId', (_, { author }) => (author.kind === 'staff' ? author.staffId : null)],
  ['staff', (told, { author }) => authorName(told, author)],
];

/** Names of the columns, in their order. */
export const readingsHead = csvLine(columns.map(([name]) => name));

/** The readings of a session; an amended one has a line for each thing that was ever written of it. */
export function readingsLines(told: ToldSession): string {
  return readingVersions(told)
    .map((reading) => csvLine(columns.map(([, of]) => of(told, reading))))
    .join('');
}

function yesNo(value: boolean): string {
  return value ? 'yes' : 'no';
}
