/** What staff read of the patient's own choice. */
export const intake = {
  title: 'The patient’s own choice',
  lead: 'They choose music, an intention and wishes on a screen that shows nothing of anybody else. Your PIN leads out.',
  handTitle: 'Hand the screen to the patient',
  handWords:
    'The screen asks them in their language. A second display is used where there is one; else it covers this one, and this one locks.',
  language: 'Their language',
  languages: { en: 'English', es: 'Español', fr: 'Français', de: 'Deutsch' },
  ownFiles: 'Their own music',
  ownFilesNone: 'None brought in',
  forOne: '◆ One patient’s own: only for whom it was brought in.',
  ownFilesHint: 'A set made of the files they brought, marked as one patient’s own in “Music sets”.',
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
  nothing: 'Nothing chosen yet.',
  music: {
    label: 'Music',
    set: 'a set: {{title}}',
    someSet: 'a set of music',
    chooseForMe: '“choose for me”',
    picked: '{{wish}}: {{title}}',
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
    label: 'Wishes of the patient',
    noted: 'Noted: {{text}}',
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
    title: 'Music: their own phone',
    words: 'The app plays nothing and cannot touch the phone.',
    after: 'Then: {{step}}',
    steps: {
      flight: 'Flight mode on, alarms off; their headphones',
      start: 'Start their music',
      on: 'Let it play',
      softer: 'Turn it softer before you speak or measure',
      stop: 'When they wake: turn it down slowly, then stop',
    },
  },
  quiet: {
    title: 'Music: quiet, please',
    words: 'As the patient asked, no music begins by itself.',
  },
  /** In a picture of the hour, in the place of a phase of ours. */
  lane: { quiet: 'quiet', ownPhone: 'own phone' },
  /** What staff may choose for a patient who says so, besides the sets. */
  wishes: {
    quiet: 'Quiet, please',
    quietHint: 'No music begins by itself.',
    ownPhone: 'Their own phone',
    ownPhoneHint: 'The app prompts you and claims no control.',
  },
  change: {
    open: 'Wishes…',
    title: 'Wishes of the patient',
    act: 'Keep the wishes',
    notSaid: 'Not said',
    eyes: 'Eyes',
    blanket: 'Blanket',
    darkest: 'Darkest light',
    door: 'Door',
    approach: 'How to come near',
    avoid: 'Sounds or words to avoid',
    stopSign: 'Their sign for “stop”',
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
