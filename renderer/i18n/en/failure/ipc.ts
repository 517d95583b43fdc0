/** Why a request of a window was not understood, by code. */
export const ipcFailure = {
  broken: { say: 'The app could not do that.', next: 'Try again. Anything already saved is safe.' },
  notJson: { say: 'The app did not understand this window.', next: 'Close the app and start it again.' },
  unknownRequest: { say: 'The app does not know this request.', next: 'Close the app and start it again.' },
  notThisWindow: { say: 'This window may not do that.', next: 'Use the nurse’s window.' },
  unknownSender: { say: 'This window is not one of the app’s.', next: 'Close it.' },
  tooLarge: { say: 'This is too long.', next: 'Make it shorter, then save again.' },
  invalidField: { say: 'Something in the form is not right.', next: 'Look at what you entered, then try again.' },
} as const;
