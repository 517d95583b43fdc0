import { accessFailure } from './failure/access.ts';
import { adverseFailure } from './adverse.ts';
import { attentionFailure, gateFailure } from './attention.ts';
import { quietFailure } from './due-parts.ts';
import { backupFailure } from './failure/backup.ts';
import { ipcFailure } from './failure/ipc.ts';
import { careFailure } from './failure/care.ts';
import { roomsFailure } from './rooms.ts';
import { checkFailure, finishFailure, printFailure, roomFailure } from './failure/bedside.ts';
import { copyFailure } from './failure/copy.ts';
import { exportFailure } from './failure/export.ts';
import { intakeFailure } from './intake.ts';
import { diskFailure } from './failure/disk.ts';
import { keysFailure, vaultFailure } from './failure/vault.ts';
import { archiveFailure } from './record/archive-failure.ts';
import { jobFailure } from './failure/job.ts';
import { retentionFailure } from './failure/retention.ts';
import { previewFailure, protocolFailure } from './cue-sheet.ts';
import { musicFailure } from './music-library.ts';
import { musicSetFailure } from './music-sets.ts';
import { protocolFileFailure } from './protocol-editor.ts';
import { practiceFailure } from './practice.ts';
import { outputFailure } from './headphones.ts';
import { lampsFailure } from './lamps.ts';
import { sendingFailure } from './sending.ts';
import { questionnaireFailure } from './questionnaires.ts';
import { signFailure } from './signing.ts';

/** Why something was not done: what happened (`say`) and what to do (`next`), by `failure.<code>`. Calm, plain, short. */
export const failure = {
  unknown: {
    say: 'That was not done.',
    next: 'Try again. If it happens again, tell whoever looks after this computer: “{{code}}”.',
  },
  kinds: {
    refused: { say: 'That is not possible just now.', next: 'Look at what stands on the screen, then try again.' },
    invalid: { say: 'Something in the form is not right.', next: 'Look at what you entered, then try again.' },
    unsaved: { say: 'Not saved.', next: 'Your entry stays here and is tried again. Note it on paper as well.' },
    unavailable: { say: 'A device does not answer.', next: 'Go on by hand; try again in a moment.' },
    broken: { say: 'The app could not do that.', next: 'Try again. Anything already saved is safe.' },
  },
  rooms: roomsFailure,
  sending: sendingFailure,
  noAnswer: {
    say: 'The app does not answer.',
    next: 'It is tried again by itself. Note times and readings on paper until it does.',
  },
  badAnswer: {
    say: 'The app gave an answer this window does not understand.',
    next: 'Close the app and start it again.',
  },
  practice: practiceFailure,
  sign: signFailure,
  adverse: adverseFailure,
  tooLong: { say: 'This text is too long.', next: 'Make it shorter, then save again.' },
  noSession: { say: 'No session is open.', next: 'Go back to the start page and open one.' },
  access: accessFailure,
  intake: intakeFailure,
  questionnaire: questionnaireFailure,
  app: {
    notLocked: { say: 'The record is already open.', next: 'Go on.' },
    notOpen: { say: 'The record is not open yet.', next: 'Wait a moment, then try again.' },
  },
  retention: retentionFailure,
  backup: backupFailure,
  copy: copyFailure,
  export: exportFailure,
  archive: archiveFailure,
  job: jobFailure,
  protocol: { ...protocolFailure, ...protocolFileFailure },
  preview: previewFailure,
  music: { ...musicFailure, ...musicSetFailure },
  output: outputFailure,
  lights: lampsFailure,
  setup: { done: { say: 'This room is already set up.', next: 'Sign in.' } },
  vault: vaultFailure,
  keys: keysFailure,
  people: {
    nameMissing: { say: 'The name is missing.', next: 'Enter the name.' },
    birthDate: { say: 'The birth date is not a day that can be.', next: 'Enter year, month and day.' },
    details: { say: 'Something in the details is not right.', next: 'Look at name, birth date and allergies.' },
    infusions: { say: 'The planned number is not from 1 to 60.', next: 'Enter a whole number, or leave it empty.' },
    patientUnknown: { say: 'This patient is not known here.', next: 'Find them again.' },
    courseUnknown: { say: 'This course is not known here.', next: 'Choose another one.' },
  },
  contentDamaged: {
    say: 'The plan of this session is damaged.',
    next: 'Go on by hand and on paper. Tell whoever looks after this computer.',
  },
  disk: diskFailure,
  record: {
    sessionRuns: { say: 'A session is running in this room.', next: 'Do this after it is finished.' },
    inUse: {
      say: 'The record is already open: in another window of this app, or by another user of this computer.',
      next: 'Close it there, then start the app again. Nothing was changed.',
    },
    busy: {
      say: 'Not saved: the record is in use elsewhere.',
      next: 'Your entry stays here and is tried again. Note it on paper as well.',
    },
    damaged: {
      say: 'The file of the record is damaged.',
      next: 'Nothing was deleted. Note everything on paper; tell whoever looks after this computer.',
    },
    unreachable: {
      say: 'The file of the record cannot be reached.',
      next: 'It is tried again. Note everything on paper.',
    },
    missing: {
      say: 'The file of the record is not there.',
      next: 'Connect the disk it lies on, then start the app again. Nothing was deleted by the app.',
    },
    wrongKey: {
      say: 'The key does not open the record.',
      next: 'Tell whoever looks after this computer. Nothing was changed.',
    },
    wrongChainKey: {
      say: 'The key does not fit the record.',
      next: 'Tell whoever looks after this computer. Nothing was changed.',
    },
    otherProgram: {
      say: 'The file of the record belongs to another program.',
      next: 'Tell whoever looks after this computer. Nothing was changed.',
    },
    otherKind: {
      say: 'Practice and real records are in each other’s place.',
      next: 'Tell whoever looks after this computer. Nothing was changed.',
    },
    newer: {
      say: 'The record was written by a newer version of the app.',
      next: 'Install that version. Nothing was changed.',
    },
    upgradeNoCopy: {
      say: 'The record could not be copied before it is brought up to this version of the app. It was left as it is.',
      next: 'Make room on the disk and start the app again.',
    },
    eventNewer: {
      say: 'A newer version of the app wrote an entry that this one does not know.',
      next: 'Install that version. Nothing was changed.',
    },
    rebuilding: {
      say: 'The lists of the record are still being put together.',
      next: 'Try again in a few minutes.',
    },
    closed: { say: 'The record is closed.', next: 'The app is ending. Note everything on paper.' },
    bug: { say: 'Not saved.', next: 'Your entry stays here and is tried again. Note it on paper as well.' },
    lost: { say: 'The record does not answer.', next: 'It is started again. Note times and readings on paper.' },
    conflict: { say: 'Something else was saved at the same moment.', next: 'Look at the screen, then press again.' },
    contentDamaged: {
      say: 'A part of the record is damaged.',
      next: 'Nothing was deleted. Tell whoever looks after this computer.',
    },
    contentMissing: {
      say: 'A part of the record is missing.',
      next: 'Nothing was deleted. Tell whoever looks after this computer.',
    },
    eventInvalid: {
      say: 'An entry of the record cannot be read.',
      next: 'Nothing was deleted. Tell whoever looks after this computer.',
    },
  },
  session: {
    unknown: { say: 'This session is not known here.', next: 'Go back to the start page and open it again.' },
    notNow: {
      say: 'That is not possible at this point of the session.',
      next: 'The screen may have been behind. Look again.',
    },
    stale: {
      say: 'The session had moved on before your press arrived.',
      next: 'Look at the screen, then press again if you still mean it.',
    },
    signInFirst: { say: 'This waits for a signature.', next: 'Sign in with your PIN, then press again.' },
    roomTaken: { say: 'A session is running in this room.', next: 'Finish it before a new one.' },
    lengthOutOfRange: { say: 'The planned infusion is 20 to 120 minutes.', next: 'Choose a length in between.' },
    patientMissing: { say: 'The patient is missing.', next: 'Choose or add the patient.' },
  },
  check: checkFailure,
  print: printFailure,
  room: roomFailure,
  order: { sameChecker: { say: 'Whoever entered the order cannot check it.', next: 'Ask a second person to check.' } },
  baseline: {
    unfit: { say: 'This reading cannot be the baseline.', next: 'Choose or take another one before the start.' },
  },
  override: { nothing: { say: 'Nothing stands in the way of the start.', next: 'Start without it.' } },
  start: {
    blocked: { say: 'Something still stands in the way of the start.', next: 'It is listed above the start button.' },
    emergency: { say: 'An emergency is open.', next: 'End it first.' },
    takeBackTooLate: { say: 'A start can be taken back for 5 minutes only.', next: 'Report the pump stopped instead.' },
    pumpRan: { say: 'The pump has run: the start cannot be taken back.', next: 'Report the pump stopped instead.' },
  },
  length: {
    range: { say: 'The planned infusion is 20 to 120 minutes.', next: 'Choose a length in between.' },
    beforeNow: {
      say: 'More time than that has already passed.',
      next: 'Choose a longer length, or report the pump stopped.',
    },
    same: { say: 'That is the planned length already.', next: 'Choose another one.' },
  },
  time: {
    future: { say: 'This time lies in the future.', next: 'Enter when it happened.' },
    tooLongAgo: { say: 'This time lies too long ago.', next: 'Look at day and hour.' },
    beforeLast: {
      say: 'That would lie before the last change: {{minutes}} min ago is the most.',
      next: 'Choose a later moment.',
    },
    order: { say: 'The order of the times does not fit.', next: 'The stop comes after the start.' },
    unknown: { say: 'There is no such time to amend yet.', next: 'Look at the record.' },
    afterLeaving: { say: 'The patient had left by then.', next: 'Enter a time before they left.' },
  },
  dose: {
    witnessMissing: { say: 'What is discarded needs a witness.', next: 'Ask a second person for their PIN.' },
    witnessSelf: { say: 'You cannot witness yourself.', next: 'Ask a second person.' },
  },
  finish: finishFailure,
  score: { items: { say: 'The score is not complete.', next: 'Answer every item.' } },
  ...careFailure,
  band: attentionFailure,
  gate: gateFailure,
  quiet: quietFailure,
  claim: { unknown: { say: 'These entries are signed for already.', next: 'Nothing more to do.' } },
  reading: {
    known: { say: 'This reading is in the record already.', next: 'Nothing more to do.' },
    unknown: { say: 'This reading is not in the record.', next: 'Look at the table again.' },
    withdrawn: { say: 'This reading was withdrawn.', next: 'Enter a new one.' },
    dueUnknown: { say: 'This reading is not on the schedule.', next: 'Enter it without.' },
    dueAnswered: { say: 'This reading was already taken.', next: 'Look at the table.' },
    explained: { say: 'Nothing is asked about this reading.', next: 'Nothing more to do.' },
    unlikely: { say: 'This value is unlikely.', next: 'Is it right? Then confirm it.' },
    empty: { say: 'Nothing was entered.', next: 'Enter at least one value.' },
    pair: { say: 'Blood pressure needs both numbers.', next: 'Enter systolic and diastolic.' },
    order: { say: 'Systolic must lie above diastolic.', next: 'Look at both numbers.' },
    range: { say: 'A value cannot be right.', next: 'Look at the marked field.' },
    tooClose: { say: 'Systolic and diastolic lie too close.', next: 'Look at both numbers.' },
    whole: { say: 'Only whole numbers.', next: 'Look at the marked field.' },
  },
  ipc: ipcFailure,
  search: {
    superseded: { say: 'A newer search took the place of this one.', next: 'Look at the newer one.' },
  },
} as const;
