/** Why a person or a PIN was not taken. */
export const accessFailure = {
  wrongPin: { say: 'This PIN does not fit the name.', next: 'Try again.' },
  pinForm: { say: 'A PIN has 4 to 8 digits.', next: 'Enter digits only.' },
  notYourRole: { say: 'Your role does not do this.', next: 'Ask a nurse or a clinician to sign in.' },
  signInNeeded: { say: 'Nobody is signed in.', next: 'Sign in with your PIN, then press again.' },
  unknownStaff: { say: 'This person is not on the staff list.', next: 'Choose another name.' },
  staffLeft: { say: 'This person no longer works here.', next: 'Choose another name.' },
  mustWait: { say: 'Too many wrong PINs.', next: 'Wait {{seconds}} seconds, then try again.' },
  notForAnother: { say: 'This is not entered for somebody else.', next: 'Whoever does it signs in.' },
  roleMissing: { say: 'This person’s role does not do this.', next: 'Ask somebody whose role does.' },
} as const;
