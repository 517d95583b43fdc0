/** Why an archive was not written or not taken in, by code. */
export const archiveFailure = {
  exists: { say: 'A file of that name is there already.', next: 'It was left alone. Choose another name.' },
  nothing: { say: 'There is nothing to write in that selection.', next: 'Choose another patient or other days.' },
  notWritten: {
    say: 'The archive could not be written there.',
    next: 'See that the stick or folder is still there and has room, then write it again.',
  },
  notRead: {
    say: 'The file could not be read.',
    next: 'See that the stick or folder is still there, then try again.',
  },
  recordDamaged: {
    say: 'The record has an entry that does not fit, so no archive was written.',
    next: 'Check the whole record on this screen; it names the entry.',
  },
  wrongPassphrase: {
    say: 'This passphrase does not open the archive.',
    next: 'Look at how it was written down: capitals and spaces count. Nothing was changed.',
  },
  wrongKey: {
    say: 'This archive was sealed for somebody else’s key.',
    next: 'Ask whoever sent it for one with a passphrase. Nothing was changed.',
  },
  damaged: {
    say: 'The archive is damaged.',
    next: 'Copy it again from where it came from, or have it written anew. Nothing was changed.',
  },
  cut: {
    say: 'The archive ends too early: perhaps copying it was not finished.',
    next: 'Copy it again from where it came from. Nothing was changed.',
  },
  foreign: { say: 'This file is not one of our archives.', next: 'Choose another file. Nothing was changed.' },
  newer: {
    say: 'This archive was written by a newer version of the app.',
    next: 'Bring this PC up to date, then take it in. Nothing was changed.',
  },
  otherKind: {
    say: 'This archive is of practice sessions. They never mix with patients’.',
    next: 'Choose another file. Nothing was changed.',
  },
  notSeen: { say: 'No archive has been looked at yet.', next: 'Choose the file again.' },
  changed: {
    say: 'The file is no longer the one that was looked at.',
    next: 'Choose it again and look at what it would change.',
  },
  stopped: {
    say: 'Stopped half way: {{events}} entries are in, sessions whole.',
    next: 'Take the same archive in again for the rest. Nothing is doubled.',
  },
} as const;
