/** What stands between the app and the keys of the record. */
export const vaultFailure = {
  passphraseNeeded: { say: 'A passphrase is needed here.', next: 'Enter one of at least 8 characters.' },
  passphraseWrong: { say: 'This passphrase does not open the record.', next: 'Try again; capital letters count.' },
  passphraseNone: { say: 'This record has no passphrase.', next: 'The computer’s key chain opens it.' },
  keychainMissing: {
    say: 'This computer’s key chain does not answer.',
    next: 'Sign in to the computer again, then start the app. The recovery key opens the record too.',
  },
  keychainRefused: {
    say: 'This computer’s key chain did not give the key.',
    next: 'Sign in to the computer again, then start the app. The recovery key opens the record too.',
  },
  unsettled: {
    say: 'An earlier change of the keys is not settled yet.',
    next: 'Close the app and start it again: it then finds which key fits. Then try once more.',
  },
  copyNone: {
    say: 'No whole key file lies beside the backups on this computer.',
    next: 'Look for a backup in the second place, on a stick or on another computer.',
  },
  recoveryNone: {
    say: 'No recovery key was ever made for this record.',
    next: 'Use the key chain, the passphrase or a backup.',
  },
  recoveryWrong: {
    say: 'This is a whole recovery key, but not one that opens this record.',
    next: 'Look for a newer print: a new recovery key ends the old one.',
  },
  recoveryGroup: {
    say: 'Group {{group}} cannot be right.',
    next: 'Compare it letter by letter with the print.',
  },
  missing: {
    say: 'The file that holds the keys of the record (vault.json) is not there, and neither is its copy.',
    next: 'Take it back from a backup. Nothing was deleted by the app.',
  },
  damaged: {
    say: 'The file that holds the keys of the record (vault.json) is damaged, and so is its copy.',
    next: 'Put it back from a backup. Nothing was deleted.',
  },
  exists: { say: 'There is a record here already.', next: 'Nothing was changed. Set it aside first.' },
  unreachable: {
    say: 'The file that holds the keys of the record cannot be reached.',
    next: 'Look whether its disk is connected and not full, then try again.',
  },
  newer: {
    say: 'The record was written by a newer version of the app.',
    next: 'Install that version. Nothing was changed.',
  },
} as const;

/** Acts on the keys. */
export const keysFailure = {
  groupWrong: {
    say: 'Group {{group}} is not as it was shown.',
    next: 'Compare it with the print, then type it again.',
  },
  nothingShown: { say: 'No recovery key is waiting.', next: 'Make a new one.' },
  unsigned: { say: 'This needs a name and a PIN.', next: 'Choose a name, then enter the PIN.' },
  copyUnequal: {
    say: 'The copy under the new key is not equal to the record.',
    next: 'Nothing was changed. Have the record checked, then try again.',
  },
} as const;
