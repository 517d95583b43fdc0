/** Bands that ask for an answer. They ask for symptoms and show the clinic's own words; they never say what to do. */
export const attention = {
  label: 'A band asks for an answer',
  level: { amber: 'Amber', red: 'Red' },
  measure: {
    bloodPressure: 'blood pressure',
    spo2: 'SpO₂',
    pulse: 'pulse',
    respirations: 'breathing',
    sedation: 'sedation',
    symptoms: 'symptoms',
  },
  value: '{{name}} {{value}}',
  vsBaseline: '{{percent}} % vs baseline',
  vsLast: '{{by}} since last',
  locked: 'The reading of {{time}} lies in a band.',
  askSymptoms: 'Symptoms? Chest, breath, headache, sight',
  instruction: 'This clinic: {{text}}',
  seen: 'Seen, no symptoms',
  symptoms: 'Symptoms…',
  act: 'What is done…',
  symptomsTitle: 'Which symptoms?',
  symptomsAct: 'Save: symptoms',
  symptomOptions: {
    chestPain: 'Chest pain',
    breath: 'Short of breath',
    headache: 'Sudden severe headache',
    vision: 'Vision changed',
    faint: 'Faint',
    seizure: 'Seizure',
  },
  symptomsOther: 'In other words',
  actTitle: 'Who does what?',
  actAct: 'Save',
  who: 'Who acts',
  action: 'What is done',
  actionOptions: {
    watching: 'Stays with the patient',
    repeat: 'Repeats the reading',
    paused: 'Pump paused',
    doctor: 'Doctor called',
    oxygen: 'Oxygen given',
    medicine: 'Medicine given on order',
  },
  actionOther: 'In other words',
  raisedBefore: 'was raised by the value before',
} as const;

/** Bands in the record, as sentences. */
export const attentionSentence = {
  bandRaised: {
    amber: 'Amber band: {{measures}} of {{time}}',
    red: 'Red band: {{measures}} of {{time}}',
  },
  bandSymptoms: 'Red: symptoms with the reading of {{time}}: {{symptoms}}',
  attentionSeen: 'Band of {{time}} seen, no symptoms',
  attentionActed: 'Band of {{time}}: {{who}}: {{action}}',
} as const;

/** Why an answer to a band was not taken, by `failure.band.<code>`. */
export const attentionFailure = {
  unknown: { say: 'This reading raised no band.', next: 'Nothing more to do.' },
  answered: { say: 'This band is answered already.', next: 'Nothing more to do.' },
  redNeedsAction: { say: 'A red band asks for a name and an action.', next: 'Say who does what.' },
} as const;
