/** Lists that are gone through. */
export const checkFailure = {
  answer: { say: 'This item takes another kind of answer.', next: 'Choose one of its own.' },
  unknown: { say: 'This item is not on the list.', next: 'Look at the list again.' },
  value: { say: 'The value is missing, or is not of the kind that is asked for.', next: 'Type it in again.' },
  notAnswered: { say: 'This item is not answered any more.', next: 'Answer it first.' },
  sameChecker: { say: 'Whoever answered it cannot be the second person.', next: 'Ask somebody else to sign.' },
  nothingOpen: { say: 'Nothing of this group is open.', next: 'Look at the list again.' },
} as const;

/** Leaving. */
export const finishFailure = {
  escort: { say: 'Who takes the patient home is missing.', next: 'Enter the escort, or choose “without an escort”.' },
  reason: { say: 'Why the patient leaves otherwise is missing.', next: 'Write the reason.' },
  told: { say: 'Who was told is missing.', next: 'Write who was told, or that nobody could be reached.' },
  blocked: { say: 'Something still stands in the way of leaving.', next: 'It is listed above the button.' },
} as const;

/** The system's print dialog. */
export const printFailure = {
  cancelled: { say: 'Nothing was printed.', next: 'Press “Print…” again when you want it.' },
  failed: { say: 'It could not be printed.', next: 'Look at the printer, then press “Print…” again.' },
} as const;

/** Taking over the room. */
export const roomFailure = {
  held: { say: 'They have the room already.', next: 'Nothing more to do.' },
} as const;
