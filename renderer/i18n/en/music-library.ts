/** Why the clinic's own music was not changed, by `failure.music.<code>`. */
export const musicFailure = {
  storeNewer: {
    say: 'The clinic’s own music was kept by a newer version of the app.',
    next: 'Bring this PC up to date. The built-in music plays.',
  },
  storeUnreachable: {
    say: 'The folder of the clinic’s own music cannot be read.',
    next: 'The built-in music plays. Tell whoever looks after this computer.',
  },
  alreadyThere: { say: 'This track is there already.', next: 'Nothing more to do.' },
  trackUnknown: { say: 'This track is not there any more.', next: 'Look at the list again.' },
  diskFull: { say: 'The disk is full.', next: 'Make room on this computer, then try again. Nothing was changed.' },
  notWritten: { say: 'The music could not be written.', next: 'Try again. Nothing was changed.' },
} as const;

/** What the start found of the clinic's own music, by `finding.<code>`. */
export const musicFinding = {
  musicStoreNewer: 'The clinic’s own music was kept by a newer version of the app. It was left alone.',
  musicStoreUnreachable: 'The folder of the clinic’s own music cannot be read. The built-in music plays.',
  musicStoreDamaged:
    'The list of the clinic’s own music was damaged. It was made again from what could be read; the rest was set aside, nothing was deleted.',
  musicFilesMissing: 'Files of the clinic’s own music are missing. Import them again.',
} as const;
