/** Why the record does not open, by `opening.<code>`, where that is told in other words than an entry that is not saved. */
export const opening = {
  disk: {
    full: {
      say: 'The disk is full: the record cannot be opened.',
      next: 'Free some space on the disk of the record, then try again. Nothing was changed.',
    },
    readOnly: {
      say: 'The place of the record takes no writing.',
      next: 'Give this user the right to write there, or unlock the disk, then try again. Nothing was changed.',
    },
    error: {
      say: 'The disk of the record fails.',
      next: 'Look at its connection, then try again. If it fails again, tell whoever looks after this computer.',
    },
  },
  record: {
    busy: {
      say: 'Another program keeps the file of the record busy.',
      next: 'Wait a moment, then try again. Nothing was changed.',
    },
    unreachable: {
      say: 'The file of the record cannot be reached.',
      next: 'Connect the disk it lies on, then try again. Nothing was changed.',
    },
    lost: {
      say: 'The part of the app that keeps the record does not start.',
      next: 'Start the app again. If that does not help, tell whoever looks after this computer.',
    },
  },
} as const;
