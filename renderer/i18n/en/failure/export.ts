/** Why nothing was written out, by `failure.export.<code>`. */
export const exportFailure = {
  full: { say: 'There is not enough room there. Nothing was written.', next: 'Choose another disk or stick.' },
  folderGone: {
    say: 'The folder is not there any more. Nothing was written.',
    next: 'Connect the drive or the network again, or choose another folder.',
  },
  readOnly: { say: 'This folder takes no writing.', next: 'Choose another folder.' },
  notWritten: {
    say: 'It could not be written there. No part of it was left behind.',
    next: 'Choose another disk or folder, and press again.',
  },
  practice: {
    say: 'Practice is nobody’s record: it is not written as one.',
    next: 'Use a table (CSV) or JSON, which say that it is practice.',
  },
  printFailed: { say: 'The pages could not be made. Nothing was written.', next: 'Try again, or export another form.' },
  nothingPrinted: { say: 'Nothing is being printed.', next: 'Nothing more to do.' },
  lockFailed: {
    say: 'The password could not be put on the file. Nothing was written.',
    next: 'Try again, or hand over paper.',
  },
  none: { say: 'There is no session to write out.', next: 'Look for others.' },
} as const;
