/** Why long work on the record did not come to its end, by `failure.job.<code>`. */
export const jobFailure = {
  stuck: { say: 'The disk or folder did not answer.', next: 'Look at its connection, then try again.' },
  busy: {
    say: 'Other long work on the record is under way.',
    next: 'Wait for its end, or stop it, then start again.',
  },
  stopped: { say: 'That was stopped before its end.', next: 'Nothing was changed. Start it again when it suits.' },
} as const;
