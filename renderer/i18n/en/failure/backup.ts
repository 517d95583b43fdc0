/** Why a copy was not made, not sent or not restored, by `failure.backup.<code>`. */
export const backupFailure = {
  noRoom: {
    say: 'There is not enough room for another copy: {{needed}} MB are needed, {{free}} MB are free.',
    next: 'Make room on this computer’s disk, then back up again.',
  },
  disturbed: {
    say: 'The record changed its file while it was copied.',
    next: 'That copy does not count. It is made again in a minute.',
  },
  bad: {
    say: 'The copy did not pass its check ({{what}}).',
    next: 'It does not count. Back up again; if that fails too, check the whole record.',
  },
  otherKeys: {
    say: 'This copy was made with other keys.',
    next: 'Choose another copy, or restore it with its own recovery key on a new computer.',
  },
  notStaged: { say: 'The copy was not looked at yet.', next: 'Choose it from the list and look at it first.' },
  noFolder: { say: 'No second place for copies is chosen.', next: 'Choose a folder first.' },
  folderGone: {
    say: 'The folder for copies is not there.',
    next: 'Connect the drive or the network again. Copies on this computer go on.',
  },
  folderStuck: {
    say: 'The folder for copies does not answer.',
    next: 'Look at the network or the drive. Copies on this computer go on.',
  },
  folderFull: {
    say: 'The folder for copies is full.',
    next: 'Make room there, or choose another folder. Copies on this computer go on.',
  },
  folderReadOnly: {
    say: 'The folder for copies takes no writing.',
    next: 'Ask for the right to write there, or choose another folder.',
  },
  folderWrong: {
    say: 'The folder for copies gave back something else than was written.',
    next: 'The drive may be failing: choose another one.',
  },
  folderFailed: {
    say: 'A copy could not be brought to the folder for copies.',
    next: 'Look at the network or the drive. Copies on this computer go on.',
  },
} as const;
