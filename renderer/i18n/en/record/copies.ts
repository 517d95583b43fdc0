/** Emergency copies: looking into one, and what of it the record lacks. */
export const copies = {
  title: 'Emergency copies',
  intro:
    'When the disk refuses entries, a session can be written to a USB stick or another disk. Here such a file is opened, and compared with the record.',
  open: 'Look into one…',
  opening: 'Reading…',
  of: 'Emergency copy of {{patient}}',
  practice: 'Practice',
  made: 'Made {{when}}. It holds {{entries}} entries.',
  complete: 'The record holds every one of them. The file is no longer needed.',
  missing_one: '{{count}} entry of it is not in the record. Open the session, and enter what still holds.',
  missing_other: '{{count}} entries of it are not in the record. Open the session, and enter what still holds.',
  unknown: 'The record could not be read, so it is not known what it lacks.',
  missingList: 'Not in the record',
  entry: '{{time}} {{words}}',
  close: 'Close',
} as const;
