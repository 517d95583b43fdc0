/** What staff read of the patient's own choice. */
export const intake = {
  title: 'The patient’s own choice',
  lead: 'Music, an intention and wishes, chosen on a screen of their own. It shows nothing of anybody else, and your PIN leads out.',
  language: 'Their language',
  languages: { en: 'English', es: 'Español', fr: 'Français', de: 'Deutsch' },
  ownFiles: 'Their own music',
  ownFilesNone: 'None brought in',
  handOver: 'Hand the screen to the patient',
  handOverAgain: 'Hand over again',
  takeBack: 'Take the screen back',
  state: {
    notYet: 'Not asked yet',
    asking: 'With the patient now',
    resting: 'Done: the screen rests',
    done: 'Done',
    begun: 'Begun, not finished',
  },
  help: 'The patient asks you to come.',
  helpSeen: 'I am coming',
  chose: 'Chosen',
  nothing: 'Nothing chosen yet.',
  earlier: 'Chosen for the whole course earlier: it is shown to them first.',
  music: {
    label: 'Music',
    set: 'a set: {{title}}',
    someSet: 'a set of music',
    chooseForMe: '“choose for me”',
    quiet: 'quiet, please: no music',
    ownFiles: 'their own files',
    ownPhone: 'their own phone',
  },
  /** Said where the music that would play has what the patient asked to do without. */
  unfit: {
    voices: 'This set has voices; the patient asked for none.',
    drums: 'This set has drums; the patient asked for none.',
  },
  scope: { session: 'for today', course: 'for the whole course' },
  noVoices: 'no voices',
  noDrums: 'no drums',
  mood: { calmer: 'rather calm', moreMoving: 'rather moving' },
  loudness: 'volume just right at {{percent}}',
  intention: {
    label: 'Intention',
    nurse: 'for the nurse only',
    careTeam: 'for the care team',
    hidden: 'There is one, for the nurse only.',
    notExported: 'not to be printed or exported',
    exported: 'may be printed and exported',
  },
  comfort: {
    label: 'Wishes',
    line: 'Wishes of the patient',
    none: 'No wishes said',
    stopSign: 'Sign for stop: {{text}}',
    approach: { speakFirst: 'Speak first', touchShoulder: 'Touch the shoulder', neverTouch: 'Never touch' },
    avoid: 'Avoid: {{text}}',
    eyes: { mask: 'Mask', none: 'No mask' },
    blanket: { yes: 'Blanket', no: 'No blanket', later: 'Blanket later' },
    darkest: 'Light at least {{percent}}',
    dark: 'Full dark is fine',
    door: { open: 'Door open', ajar: 'Door ajar', closed: 'Door closed' },
  },
  phone: {
    title: 'Music: the patient’s own phone',
    words: 'The app plays nothing and cannot change the phone. These are yours to do:',
    steps: {
      flight: 'Flight mode on, ringer and alarms off, battery charged',
      volume: 'Their headphones, their volume; ask once more whether it is just right',
      start: 'Start their music now',
      softer: 'Turn it softer before you speak to them',
      on: 'Let it play on to the end of recovery',
      stop: 'Turn it down slowly, then stop it',
    },
    instead: 'Play a set of ours instead…',
  },
  quiet: {
    title: 'Quiet, as the patient asked',
    words: 'No music begins by itself.',
    instead: 'Play a set after all…',
  },
} as const;

/** Sentences of the record. */
export const intakeSentence = {
  intakeOpened: 'Screen handed to the patient ({{language}})',
  intakeKept: {
    patient: 'The patient chose: {{text}}',
    staff: 'Changed for the patient: {{text}}',
    nothing: 'The patient left everything open',
  },
  intakeHelpAsked: 'The patient asked for somebody to come',
  intakeHelpAnswered: 'Somebody came to the patient',
  intakeRested: 'The patient was done choosing',
  intakeClosed: 'Screen taken back from the patient',
} as const;

/** Why the patient window or its choice was refused. */
export const intakeFailure = {
  notOpen: { say: 'The screen is not with the patient now.', next: 'Hand it over once more.' },
  begun: { say: 'The session has begun.', next: 'Write down what the patient says in the session itself.' },
  setUnknown: { say: 'This music is not offered any more.', next: 'Choose another set.' },
} as const;
