import { adverse } from './adverse.ts';
import { attention } from './attention.ts';
import { blockers } from './blockers.ts';
import { chart } from './chart.ts';
import { checks } from './checks.ts';
import { common } from './common.ts';
import { course } from './course.ts';
import { cueSheet } from './cue-sheet.ts';
import { dueParts } from './due-parts.ts';
import { emergency } from './emergency.ts';
import { events } from './events.ts';
import { exporting } from './export.ts';
import { failure } from './failure.ts';
import { finding } from './finding.ts';
import { intake } from './intake.ts';
import { headphones } from './headphones.ts';
import { keys } from './keys.ts';
import { lamps } from './lamps.ts';
import { handover } from './handover.ts';
import { lastTime } from './last-time.ts';
import { leaving } from './leaving.ts';
import { lightCodes } from './light-codes.ts';
import { musicSets } from './music-sets.ts';
import { musicLibrary } from './music-library.ts';
import { opening } from './opening.ts';
import { pcChecks } from './pc-checks.ts';
import { patientCopy } from './patient-copy.ts';
import { people } from './people.ts';
import { practice } from './practice.ts';
import { pump } from './pump.ts';
import { protocolEditor } from './protocol-editor.ts';
import { printed } from './printed.ts';
import { prompts } from './prompts.ts';
import { questionnaires } from './questionnaires.ts';
import { readingParts } from './reading-parts.ts';
import { readings } from './readings.ts';
import { record } from './record.ts';
import { review } from './review.ts';
import { rooms } from './rooms.ts';
import { scales } from './scales.ts';
import { sending } from './sending.ts';
import { sentence } from './sentence.ts';
import { session } from './session.ts';
import { settings } from './settings.ts';
import { setup } from './setup.ts';
import { owed } from './owed.ts';
import { signing } from './signing.ts';
import { statistics } from './statistics.ts';
import { waiting } from './waiting.ts';
import { shell } from './shell.ts';
import { newSession, start } from './start.ts';

/** The English catalogue, one file an area. Codes that come from main are looked up under `check`, `prompt`, `failure`, `finding`, `light`. */
export const en = {
  common,
  course,
  shell,
  setup,
  start,
  newSession,
  people,
  review,
  exporting,
  printed,
  patientCopy,
  record,
  keys,
  sentence,
  signing,
  waiting,
  owed,
  statistics,
  settings,
  intake,
  musicSets,
  cueSheet,
  headphones,
  lamps,
  failure,
  finding,
  opening,
  musicLibrary,
  leaving,
  lastTime,
  handover,
  session,
  pcChecks,
  rooms,
  sending,
  practice,
  pump,
  adverse,
  questionnaires,
  protocolEditor,
  readings,
  readingParts,
  dueParts,
  attention,
  chart,
  light: lightCodes,
  blocker: blockers,
  check: checks,
  events,
  emergency,
  prompt: prompts,
  scale: scales,
} as const;
