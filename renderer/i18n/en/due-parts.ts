/** Words of due readings by their parts, and of quiet mode. */
export const dueParts = {
  part: {
    pressure: 'BP',
    spo2: 'SpO₂',
    pulse: 'pulse',
    respirations: 'breaths',
    sedation: 'sedation',
    symptoms: 'symptoms',
  },
  start: '{{parts}} (+{{minutes}})',
  recovery: '{{parts}} (recovery +{{minutes}})',
  left: 'Still due: {{parts}}',
  which: 'What was not obtained',
  notObtained: '{{parts}} not obtained: {{reason}}',
  partly: '{{due}} without {{parts}}',
  quiet: 'Quiet mode',
  quietOn: 'Quiet: on',
  quietOff: 'Quiet: off',
  byProtocol: 'protocol',
  ask: 'Quiet: why at {{time}}?',
  askLabel: 'Why this reading?',
  reasons: {
    patient: 'Patient asked',
    unwell: 'Looks unwell',
    afterRed: 'After red',
    doctor: 'Doctor asked',
  },
  ownWords: 'Other…',
  ownLabel: 'In your own words',
  saveWhy: 'Save',
} as const;

/** In the record, as sentences. */
export const duePartsSentence = {
  partsNotObtained: 'Not obtained of the reading ({{parts}}): {{reason}}',
  readingExplained: 'Why the reading of {{time}}, outside the schedule: {{reason}}',
  readingOutside: 'outside the schedule, in quiet mode',
  quietSet: { on: 'Quiet mode on: no reading without a reason', off: 'Quiet mode off' },
} as const;

/** By `failure.quiet.<code>`. */
export const quietFailure = {
  same: { say: 'Quiet mode is like that already.', next: 'Nothing more to do.' },
} as const;
