/** Why something about events, medicines or calls was not done. */
export const careFailure = {
  mark: {
    known: { say: 'This event is in the record already.', next: 'Nothing more to do.' },
    takenBack: { say: 'This event was taken back.', next: 'Mark it again if it happened.' },
    unknown: { say: 'This event is not in the record.', next: 'Mark it again.' },
    plain: { say: 'This event has no degree, and no end.', next: 'Write it as a note.' },
  },
  medication: { known: { say: 'This medicine is in the record already.', next: 'Nothing more to do.' } },
} as const;
