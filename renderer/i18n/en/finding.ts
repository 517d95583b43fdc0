/** What the start-up check found, and why a record does not open: by `finding.<code>`. */
export const finding = {
  noKeychain: 'This computer has no key chain; the record is opened by a passphrase.',
  fixedPassphrase: 'This computer has no key chain; the record is opened by a passphrase.',
  noLamp: 'No lamp is set up: this screen dims, and you are told when to dim by hand.',
  noBackup: 'No backup was made yet.',
  damaged: 'The file of the record is damaged. It was set aside, not deleted.',
  newer: 'The record was written by a newer version of the app. Install that version; nothing was changed.',
  record: {
    damaged: 'The file of the record is damaged. It was set aside, not deleted.',
    newer: 'The record was written by a newer version of the app. Install that version; nothing was changed.',
  },
} as const;
