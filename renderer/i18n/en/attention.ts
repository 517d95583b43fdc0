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
  seenWith: 'Seen',
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
  strip: {
    label: 'A reading is wanted',
    late: 'Reading late',
    afterRed: 'Repeat reading',
    afterPause: 'Reading first',
  },
  proposed: { afterRed: 'repeat after red', afterPause: 'before the pump runs again' },
  gate: {
    card: 'Outside the limits before a start',
    reason: {
      systolic: 'systolic {{value}}, limit {{limit}}',
      diastolic: 'diastolic {{value}}, limit {{limit}}',
      spo2: 'SpO₂ {{value}} %, limit {{limit}} %',
      pulse: 'pulse {{value}}, limit {{limit}}',
      rass: 'RASS {{value}}, limit {{limit}}',
      moaas: 'MOAA/S {{value}}, limit {{limit}}',
    },
    rest: 'Let them rest, then take it again: the other arm, the cuff that fits. Every try stays.',
    restOnly: 'Let them rest, then take it again. Every try stays.',
    begin: 'Rest for {{minutes}} min',
    anew: 'Rest anew for {{minutes}} min',
    left: '{{time}} of rest left',
    over: 'Rested: take it again',
    open: 'Prescriber decides…',
    baselineFirst: 'Say which try is the baseline before the prescriber decides on it.',
    title: 'The prescriber decides',
    act: 'Record the decision',
    decision: 'Decision',
    decisions: { start: 'Start', wait: 'Wait', notToday: 'Not today' },
    decided: '{{time}} {{who}}: {{decision}}. {{reason}}',
    cuff: 'Cuff',
    cuffs: { small: 'small', adult: 'adult', large: 'large', thigh: 'thigh' },
  },
  soonSign: '◷ soon, in',
  resumeFirst: 'The pump stood for {{minutes}} min and there is no reading yet. Take one before it runs again?',
  readingFirst: 'Reading first',
  raisedBefore: 'was raised by the value before',
  raisedBeforeOther: 'was raised, before another value was amended',
} as const;

/** Bands in the record, as sentences. */
export const attentionSentence = {
  bandRaised: {
    amber: 'Amber band: {{measures}} of {{time}}',
    red: 'Red band: {{measures}} of {{time}}',
  },
  bandSymptoms: 'Red: symptoms with the reading of {{time}}: {{symptoms}}',
  baselineRestBegun: 'Rest of {{minutes}} min before another try',
  cuffNoted: 'Cuff of the reading of {{time}}: {{cuff}}',
  gateDecided: 'Prescriber {{who}} on the baseline of {{time}}: {{decision}}. Reason: {{reason}}',
  gatePhone: '{{who}}, by telephone at {{at}}, read back',
  attentionSeen: 'Band of {{time}} seen, no symptoms',
  attentionSeenWith: 'Band of {{time}} seen; symptoms: {{symptoms}}',
  attentionActed: 'Band of {{time}}: {{who}}: {{action}}',
} as const;

/** Why an answer to a band was not taken, by `failure.band.<code>`. */
export const attentionFailure = {
  unknown: { say: 'This reading raised no band.', next: 'Nothing more to do.' },
  answered: { say: 'This band is answered already.', next: 'Nothing more to do.' },
  redNeedsAction: { say: 'A red band asks for a name and an action.', next: 'Say who does what.' },
} as const;

/** By `failure.gate.<code>`. */
export const gateFailure = {
  within: { say: 'The baseline is within the limits.', next: 'Nobody has to decide on it.' },
} as const;
