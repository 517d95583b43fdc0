/** Adverse events: how bad, what happened, what became of it, who was told. */
export const adverse = {
  open: 'Adverse event…',
  title: 'Adverse event',
  act: 'Save the adverse event',
  severityLabel: 'How bad, in your judgement',
  severity: { mild: 'mild', moderate: 'moderate', severe: 'severe', lifeThreatening: 'life-threatening' },
  what: 'What happened',
  list: 'Adverse events',
  line: '{{what}}, {{severity}}',
  outcomeMissing: 'outcome not said yet',
  outcomeOpen: 'Outcome…',
  outcomeTitle: 'What became of it',
  outcomeAct: 'Save the outcome',
  outcomeLabel: 'Outcome',
  outcome: {
    recovered: 'recovered',
    recovering: 'recovering',
    notRecovered: 'not recovered',
    sequelae: 'recovered, with after-effects',
    fatal: 'died',
    hospital: 'to hospital',
    unknown: 'unknown',
  },
  toldOpen: 'Told…',
  toldTitle: 'Who was told',
  toldAct: 'Save: told',
  who: 'Who was told?',
  told: '{{who}} told {{time}}',
} as const;

/** Its sentences in the record. */
export const adverseSentence = {
  adverseEventNoted: 'Adverse event, {{severity}}: {{what}}',
  adverseOutcomeNoted: 'Adverse event “{{what}}”: {{outcome}}',
  adverseEventTold: 'Adverse event “{{what}}”: {{who}} told',
  adverseEventWithdrawn: 'Withdrawn: adverse event “{{what}}”. Reason: {{reason}}',
} as const;

/** Why something about one was not done, by `failure.adverse.<code>`. */
export const adverseFailure = {
  known: { say: 'This adverse event is in the record already.', next: 'Nothing more to do.' },
  unknown: { say: 'This adverse event is not in the record.', next: 'Look at the list again.' },
  withdrawn: { say: 'This adverse event was withdrawn.', next: 'Enter it again if it happened.' },
  outcomeSigned: {
    say: 'What became of it was signed already.',
    next: 'Write what is new as an addendum.',
  },
} as const;
