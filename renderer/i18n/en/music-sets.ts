/** Why a set of the clinic's own was not changed, by `failure.music.<code>`. */
export const musicSetFailure = {
  setsNewer: {
    say: 'The clinic’s own sets were kept by a newer version of the app.',
    next: 'Bring this PC up to date. The built-in sets play.',
  },
  setsUnreachable: {
    say: 'The clinic’s own sets cannot be read.',
    next: 'The built-in sets play. Tell whoever looks after this computer.',
  },
  setsFull: { say: 'There is no room for more.', next: 'Remove a set that is not used, or make this one shorter.' },
  setUnknown: { say: 'This set is not there any more.', next: 'Look at the list again.' },
  titleTaken: { say: 'Another set has this name.', next: 'Give this one a name of its own.' },
  setSilent: { say: 'None of these tracks is there.', next: 'Add a track that can be played, then save again.' },
} as const;

/** What the start found of the clinic's own sets, by `finding.<code>`. */
export const musicSetFinding = {
  musicSetsNewer: 'The clinic’s own music sets were kept by a newer version of the app. They were left alone.',
  musicSetsUnreachable: 'The clinic’s own music sets cannot be read. The built-in sets play.',
  musicSetsDamaged:
    'The list of the clinic’s own music sets was damaged. It was set aside, nothing was deleted; the built-in sets play.',
} as const;
