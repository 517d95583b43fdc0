/** Why something about events, medicines or calls was not done. */
export const careFailure = {
  mark: {
    known: { say: 'This event is in the record already.', next: 'Nothing more to do.' },
    takenBack: { say: 'This event was taken back.', next: 'Mark it again if it happened.' },
    unknown: { say: 'This event is not in the record.', next: 'Mark it again.' },
    plain: { say: 'This event has no degree, and no end.', next: 'Write it as a note.' },
  },
  patientCopy: {
    known: { say: 'This request is in the record already.', next: 'Nothing more to do.' },
    unknown: { say: 'This copy was not asked for.', next: 'Write down first that the patient asked for it.' },
    handed: { say: 'This copy was handed over already.', next: 'Where they want another, write that down first.' },
  },
  away: { known: { say: 'This is in the record already.', next: 'Nothing more to do.' } },
  call: {
    known: { say: 'This call is in the record already.', next: 'Nothing more to do.' },
    unknown: { say: 'This call is not in the record.', next: 'Press “Doctor called” again.' },
    takenBack: { say: 'This call was taken back.', next: 'Press “Doctor called” again if it was made.' },
    over: { say: 'What came of this call is in the record already.', next: 'Look at the record.' },
    order: { say: 'The answer would lie before the call.', next: 'Choose a later moment.' },
    noOrder: { say: 'No order came with this call.', next: 'Nothing to sign.' },
    signed: { say: 'This order is signed already.', next: 'Nothing more to do.' },
    otherDoctor: {
      say: 'This order was given by {{name}}.',
      next: 'It waits for their own PIN; sign for them only with a reason.',
    },
  },
  medication: {
    known: { say: 'This medicine is in the record already.', next: 'Nothing more to do.' },
    unknown: { say: 'This medicine is not in the record.', next: 'Look at the list again.' },
    withdrawn: { say: 'This medicine was taken back.', next: 'Enter it again if it was given.' },
    declined: { say: 'This medicine was not given.', next: 'Nothing to check.' },
    checked: { say: 'Somebody has looked at this medicine already.', next: 'Nothing more to do.' },
    sameChecker: { say: 'Whoever gave it cannot be the second check.', next: 'Ask somebody else.' },
    tooLate: { say: 'It is too late to take it back by one press.', next: 'Withdraw it with a reason.' },
  },
  pump: {
    known: { say: 'This figure is in the record already.', next: 'Nothing more to do.' },
    unknown: { say: 'This figure is not in the record.', next: 'Look at the list again.' },
    withdrawn: { say: 'This figure was taken back.', next: 'Enter it again if it stands on the pump.' },
    beforeStart: { say: 'That lies before the start.', next: 'Choose a later moment.' },
    afterStop: { say: 'The pump had stopped by then: it has no rate.', next: 'Choose an earlier moment.' },
    unlikely: { say: 'This figure is unusual.', next: 'Look at the pump again, then confirm it.' },
    tooLate: { say: 'It is too late to take it back by one press.', next: 'Withdraw it with a reason.' },
  },
} as const;
