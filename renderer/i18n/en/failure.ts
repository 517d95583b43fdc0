/** Why something was not done: what happened (`say`) and what to do (`next`), by `failure.<code>`. Calm, plain, short. */
export const failure = {
  unknown: {
    say: 'That was not done.',
    next: 'Try again. If it happens again, tell whoever looks after this computer: "{{code}}".',
  },
  kinds: {
    refused: { say: 'That is not possible just now.', next: 'Check what stands on the screen, then try again.' },
    invalid: { say: 'Something in the form is not right.', next: 'Check what you entered, then try again.' },
    unsaved: { say: 'Not saved.', next: 'Your entry stays here and is tried again. Note it on paper as well.' },
    unavailable: { say: 'A device does not answer.', next: 'Go on by hand; try again in a moment.' },
    broken: { say: 'The app could not do that.', next: 'Try again. Anything already saved is safe.' },
  },
  noAnswer: {
    say: 'The app does not answer.',
    next: 'It is tried again by itself. Note times and readings on paper until it does.',
  },
  badAnswer: { say: 'The app gave an answer this window does not understand.', next: 'Close the app and start it again.' },
  tooLong: { say: 'This text is too long.', next: 'Make it shorter, then save again.' },
  noSession: { say: 'No session is open.', next: 'Go back to the start page and open one.' },
} as const;
