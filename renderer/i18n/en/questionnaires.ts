/** Questionnaires: asked, filled in, scored; and what staff have to speak about. Their own words are in shared/scales/wording.ts. */
export const questionnaires = {
  title: { phq9: 'PHQ-9', gad7: 'GAD-7', pcl5: 'PCL-5' },
  band: {
    minimal: 'minimal',
    mild: 'mild',
    moderate: 'moderate',
    moderatelySevere: 'moderately severe',
    severe: 'severe',
    belowCut: 'below 31',
    fromCut: '31 or more',
  },
  decision: {
    goOn: 'go on',
    wait: 'wait',
    notToday: 'not today',
    prescriberCalled: 'the prescriber is called',
  },
  whole: '{{title}}: {{total}} of {{max}} ({{band}})',
  part: '{{title}}: {{answered}} of {{count}} answered, not scored',
  by: { patient: 'by the patient', staff: 'entered by staff' },
  give: 'Questionnaires before the choice',
  giveHint: 'The patient can skip, pause or stop. Partly answered ones are kept and not scored.',
  giveEnglish: 'These are shown in English, in the authors’ own wording. Offer to read them out.',
  card: 'Questionnaires',
  fillHint: 'With the screen, or read out and entered by you:',
  fillIn: 'Fill in {{title}}',
  numberOf: '{{number}} of {{count}}.',
  back: 'Back one',
  skip: 'Skip this one',
  stop: 'Stop here',
  pause: 'Pause: go on later',
  finish: 'Finish',
  through: 'That was the last question.',
  speak: 'Speak with the patient before the start.',
  speakLocked: 'Sign in to see why.',
  said: 'PHQ-9, question 9: “{{answer}}”, {{day}} {{time}}.',
  talked: '{{who}} spoke with them at {{time}}: {{decision}}.',
  talk: {
    open: 'Spoken with…',
    title: 'Spoken with the patient',
    about: 'Question 9: “{{question}}”',
    act: 'Save',
    who: 'Who spoke with them?',
    decision: 'What was decided?',
    decide: { goOn: 'Go on', wait: 'Wait', notToday: 'Not today', prescriberCalled: 'Prescriber called' },
    words: 'In a line: what was said',
    wordsHint: '“Go on” opens the start, “not today” ends this visit. The others leave the start blocked.',
  },
} as const;

/** Sentences of the record. */
export const questionnaireSentence = {
  questionnaireAsked: {
    patient: '{{title}} given to the patient to fill in',
    staff: '{{title}} begun by staff',
  },
  questionnaireAnswered: '{{title}}, question {{number}}: {{answer}}',
  questionnaireSkipped: '{{title}}, question {{number}}: skipped',
  questionnaireEnded: {
    whole: '{{title}} filled in: {{total}} of {{max}}',
    partial: '{{title}} ended: {{answered}} of {{count}} answered, not scored',
  },
  safetyCarried: 'From {{day}}: question 9 of PHQ-9 answered “{{answer}}”, not spoken about yet',
  safetySpoken: '{{who}} spoke with the patient about question 9 of PHQ-9: {{decision}}. {{words}}',
} as const;

/** Why something about one was not done, by `failure.questionnaire.<code>`. */
export const questionnaireFailure = {
  known: { say: 'This questionnaire is begun already.', next: 'Go on with it.' },
  unknown: { say: 'This questionnaire is not in the record.', next: 'Begin it again.' },
  ended: { say: 'This questionnaire is closed.', next: 'Begin a new one.' },
  answer: { say: 'This question has no such answer.', next: 'Choose one of the answers on the screen.' },
  nothingOpen: { say: 'Nothing is left to speak about.', next: 'Go on.' },
} as const;
