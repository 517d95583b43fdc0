import { noSheets } from '../questionnaires/sheets.ts';
import type { SessionEvent } from './event.ts';
import { noLighting } from './light-state.ts';
import { noAttention } from './attention-state.ts';
import { noCare } from './care-state.ts';
import { noGate } from './gate-state.ts';
import { noPatientCopies } from './patient-copy.ts';
import { noPreparation } from './preparation-state.ts';
import { noReadings } from './reading-state.ts';
import { noSigning } from './sign-state.ts';
import type { Session } from './state.ts';

const STREAM_PREFIX = 'session:';

/** What the volume is until somebody sets it, 0 to 1. */
export const DEFAULT_VOLUME = 0.6;

const untouched = {
  phase: 'draft',
  preChecksLifeMs: null,
  musicTitle: null,
  intake: {
    screen: 'none',
    handedBy: null,
    language: null,
    ownFiles: null,
    helpAskedAt: null,
    choice: null,
    withoutLifeMs: null,
    done: false,
  },
  intention: null,
  wishes: null,
  ownWords: [],
  settledIn: false,
  started: null,
  pump: 'idle',
  pause: null,
  trouble: null,
  pausedMs: 0,
  pauses: [],
  zeroAt: null,
  stopped: null,
  dose: null,
  resting: false,
  score: null,
  finished: null,
  notGiven: null,
  emergency: null,
  emergencies: 0,
  cues: {},
  prompts: [],
  lights: null,
  lighting: noLighting,
  lightsBefore: null,
  waiting: false,
  gap: null,
  practised: [],
  unsigned: [],
} as const satisfies Partial<Session>;

const quiet: Session['music'] = {
  phase: null,
  track: null,
  played: [],
  failed: [],
  lastFailed: null,
  volume: DEFAULT_VOLUME,
  softened: false,
  underVoice: false,
  away: false,
  loweredLifeMs: null,
  silent: false,
  nextAsked: 0,
  playerLost: false,
  outputLost: false,
  outputPaused: null,
  charged: null,
  turn: null,
  plannedLifeMs: 0,
  sinceLifeMs: 0,
  fadeMs: 0,
  generation: 0,
};

/** The session that a `created` event begins. Throws on any other event: a stream without its beginning is broken. */
export function initialSession(event: SessionEvent): Session {
  if (event.body.type !== 'created') throw new Error(`A session begins with created, not ${event.body.type}`);
  return {
    ...untouched,
    ...noPreparation,
    ...noReadings,
    ...noAttention,
    ...noGate,
    ...noPatientCopies,
    ...noSheets,
    ...noCare,
    ...noSigning,
    sessionId: event.stream.slice(STREAM_PREFIX.length),
    watch: event.author.kind === 'staff' ? [{ staffId: event.author.staffId, lifeMs: 0, at: event.occurredAt }] : [],
    seq: event.seq,
    life: { ms: 0, at: event.recordedAt },
    decisiveSeq: event.seq,
    created: event.body,
    createdAt: event.occurredAt,
    plannedMs: event.body.plannedMs,
    musicHash: event.body.musicHash,
    music: quiet,
  };
}
