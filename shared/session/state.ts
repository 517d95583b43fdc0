import type { ClockReading } from '../time/clock.ts';
import type { IntakeOfSession } from '../intake/of-session.ts';
import type { Scene } from '../lights/scene.ts';
import type { MusicPhase } from '../music/set.ts';
import type { AttentionOfSession } from './attention-state.ts';
import type { Practised } from '../practice/acts.ts';
import type { CareOfSession } from './care-state.ts';
import type { Sheets } from '../questionnaires/sheets.ts';
import type { Author } from './event.ts';
import type { GateOfSession } from './gate-state.ts';
import type { Lighting } from './light-state.ts';
import type { SessionBodyOf } from './event-bodies.ts';
import type { PatientCopiesOfSession } from './patient-copy.ts';
import type { PreparationOfSession } from './preparation-state.ts';
import type { ReadingsOfSession } from './reading-state.ts';
import type { SigningOfSession } from './sign-state.ts';

/** Where a session is in its life. Overtime runs from zero until the pump's stop is confirmed. */
export type SessionPhase = 'draft' | 'preChecks' | 'infusing' | 'overtime' | 'recovery' | 'finished' | 'notGiven';

/** How a cue ended: fired (outcome open), sent, failed or passed. A cue that is in the map is never fired again. */
export type CueState = 'fired' | 'sent' | 'failed' | 'passed';

/**
 * A session, folded from its events and from nothing else.
 *
 * Life time is the one axis: ms since the session's first event, re-anchored at every event (`life`). It runs through sleep
 * and restarts and never back. Moments ending in `LifeMs` lie on it; moments ending in `At` are epoch ms for display.
 */
export interface Session
  extends
    PreparationOfSession,
    ReadingsOfSession,
    AttentionOfSession,
    GateOfSession,
    CareOfSession,
    PatientCopiesOfSession,
    Sheets,
    SigningOfSession {
  readonly sessionId: string;
  /** Last event folded; 0 before the first. */
  readonly seq: number;
  readonly life: { readonly ms: number; readonly at: ClockReading };
  readonly phase: SessionPhase;
  /** Seq of the last event that turned the session's life (start, pause, resume, length, stop, take-back, end): a stale screen's press is measured against it. */
  readonly decisiveSeq: number;
  readonly preChecksLifeMs: number | null;
  readonly created: SessionBodyOf<'created'>;
  readonly createdAt: number;
  readonly plannedMs: number;
  readonly musicHash: string | null;
  readonly musicTitle: string | null;
  readonly intake: IntakeOfSession;
  readonly intention: string | null;
  readonly wishes: string | null;
  readonly ownWords: readonly string[];
  readonly settledIn: boolean;
  /** Null before the start, and again after a start was taken back. */
  readonly started: {
    readonly at: number;
    readonly lifeMs: number;
    /** Life time of the press itself, which may report a start some minutes ago. */
    readonly pressedLifeMs: number;
    readonly seq: number;
    readonly author: Author;
  } | null;
  readonly pump: 'idle' | 'running' | 'paused' | 'stopped';
  /** The pause that is open (pump stands), and the sum of those that are over, ms. */
  readonly pause: {
    readonly lifeMs: number;
    readonly at: number;
    readonly reason: SessionBodyOf<'pumpPaused'>['reason'];
    readonly note: string | null;
  } | null;
  /** Trouble was reported, but the pump runs on, and session time with it. */
  readonly trouble: Session['pause'];
  readonly pausedMs: number;
  readonly pauses: readonly {
    readonly fromLifeMs: number;
    readonly toLifeMs: number | null;
    readonly fromAt: number;
    readonly reason: SessionBodyOf<'pumpPaused'>['reason'];
    readonly pumpStood: boolean;
  }[];
  readonly zeroAt: number | null;
  readonly stopped: {
    readonly at: number;
    readonly lifeMs: number;
    readonly sessionMs: number;
    readonly early: boolean;
    readonly reason: SessionBodyOf<'pumpStopped'>['reason'];
    readonly note: string | null;
  } | null;
  readonly dose: { readonly mgGiven: number; readonly mgDiscarded: number; readonly witnessId: string | null } | null;
  readonly resting: boolean;
  readonly score: {
    readonly scale: 'aldrete' | 'padss';
    readonly items: Readonly<Record<string, number>>;
    readonly total: number;
    readonly judgement: 'fit' | 'notYet';
    readonly at: number;
  } | null;
  readonly finished: {
    readonly how: SessionBodyOf<'finished'>['how'];
    readonly at: number;
    readonly lifeMs: number;
    readonly escort: string | null;
    readonly note: string | null;
    /** Who was told that the patient leaves otherwise than fit. */
    readonly told: string | null;
  } | null;
  readonly notGiven: { readonly reason: string; readonly postponed: boolean; readonly at: number } | null;
  readonly emergency: {
    readonly seq: number;
    readonly sinceLifeMs: number;
    readonly at: number;
    readonly steps: Readonly<Partial<Record<'oxygen' | 'ambulance' | 'doctor' | 'drug', number>>>;
  } | null;
  readonly emergencies: number;
  readonly cues: Readonly<Record<string, CueState>>;
  /** Prompts of cues to the nurse, oldest first. */
  readonly prompts: readonly {
    readonly cueId: string;
    readonly code: string;
    readonly at: number;
    readonly lifeMs: number;
  }[];
  /** The last fade: `from` is where the lights stood when it began at `lifeMs`. Null: never touched. */
  readonly lights: {
    readonly scene: Scene;
    readonly from: Scene;
    readonly fadeMs: number;
    readonly lifeMs: number;
  } | null;
  readonly lighting: Lighting;
  /** Scene before the emergency, to come back to. */
  readonly lightsBefore: Scene | null;
  readonly music: {
    /** Phase the music should be in; null before "Settle in". */
    readonly phase: MusicPhase | null;
    readonly track: {
      readonly trackId: string;
      readonly title: string;
      readonly phase: MusicPhase;
      readonly positionMs: number;
      readonly lifeMs: number;
      /** The phase of the hour in which it began, which may be another than its own. */
      readonly inPhase: MusicPhase;
      /** Over which it came in, ms. */
      readonly fadeInMs: number;
    } | null;
    /** Ids of tracks that began, or were asked away before they could, in order, repeats included. */
    readonly played: readonly string[];
    readonly failed: readonly string[];
    /** The last track that could not be played; `title` null: it was not told. */
    readonly lastFailed: { readonly trackId: string; readonly title: string | null; readonly lifeMs: number } | null;
    readonly volume: number;
    readonly softened: boolean;
    /** Somebody speaks to the patient: the music stays low until the next press, or until a silence. */
    readonly underVoice: boolean;
    /** The patient is up: the music stays low until they are back, and headphones that are gone are no fault. */
    readonly away: boolean;
    /** Life time at which somebody began to speak last; null: nobody did. */
    readonly loweredLifeMs: number | null;
    /** A person (or the emergency) asked for silence; only a person ends it. */
    readonly silent: boolean;
    /** Counts asks for the next track; the player's plan moves on when it rises. */
    readonly nextAsked: number;
    readonly playerLost: boolean;
    /** The chosen headphones are missed: nothing is heard, while the music's place runs on. */
    readonly outputLost: boolean;
    /** Label of wireless headphones that are gone because they were paused on themselves; null: none are. */
    readonly outputPaused: string | null;
    /** Label of the wireless headphones that somebody said are charged. */
    readonly charged: string | null;
    /**
     * A change to another track that no `trackStarted` has answered yet, and since when it is wanted. `presses`: how
     * many tracks on, since "next" may be pressed again before the one asked for is heard.
     */
    readonly turn: {
      readonly lifeMs: number;
      readonly why: 'plan' | 'next' | 'chosen';
      readonly presses: number;
      /** Life time of the first of the presses. */
      readonly askedLifeMs: number;
      /** The cue that asks: the track that plays then may be heard to its end. Null: at once. */
      readonly cueId: string | null;
      /** The fade that is asked for, ms; null: by what meets. */
      readonly fadeMs: number | null;
    } | null;
    /** Life time of the last press that moved the plan of the hour: nothing in it begins before that. */
    readonly plannedLifeMs: number;
    /** Life time since when music may sound again (settled in, sound restored, back from a gap). */
    readonly sinceLifeMs: number;
    /** Length of the fade that the last change asked for, ms. */
    readonly fadeMs: number;
    /** Seq of the last event that changed what the player should do. */
    readonly generation: number;
  };
  /** After a gap longer than 5 minutes cues and music wait for one press; `gap` says what happened. */
  readonly waiting: boolean;
  readonly gap: {
    readonly kind: 'restarted' | 'slept' | 'stalled' | 'clockJumped';
    readonly byMs: number;
    readonly at: number;
    readonly lifeMs: number;
    readonly wallBehind: boolean;
  } | null;
  /** What was done at the side of a simulated patient, oldest first. */
  readonly practised: readonly Practised[];
  /** Seqs of entries made at the locked screen that nobody has claimed or refused yet. */
  readonly unsigned: readonly number[];
}
