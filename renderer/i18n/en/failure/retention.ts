/** Why holding, releasing or erasing a patient's data cannot be done. */
export const retentionFailure = {
  held: { say: 'This patient’s record is held.', next: 'Lift the hold first, if it no longer stands.' },
  heldAlready: { say: 'This patient’s record is held already.', next: 'Nothing more to do.' },
  notHeld: { say: 'This patient’s record is not held.', next: 'Nothing more to do.' },
  noRule: { say: 'No number of years is set.', next: 'Set it first, or erase at a request.' },
  tooSoon: {
    say: 'The {{years}} years are not over yet.',
    next: 'Wait, or erase at a request that the clinic granted.',
  },
} as const;
