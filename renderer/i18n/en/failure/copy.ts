/** Why an emergency copy was not made or not opened, by `failure.copy.<code>`. */
export const copyFailure = {
  full: { say: 'There is not enough room there.', next: 'Choose another disk or stick, and press again.' },
  notWritten: { say: 'It could not be written there.', next: 'Choose another disk or stick, and press again.' },
  differs: {
    say: 'What was written there could not be read back.',
    next: 'Do not trust this copy. Choose another disk or stick, and press again.',
  },
  foreign: { say: 'This is no emergency copy.', next: 'Choose the file that the emergency copy was written to.' },
  unreadable: { say: 'The file cannot be read.', next: 'Try another plug or computer, then open it again.' },
  none: { say: 'No emergency copy is open.', next: 'Open one first.' },
} as const;
