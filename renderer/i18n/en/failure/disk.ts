/** Why the disk took no entry, by `failure.disk.<code>`. */
export const diskFailure = {
  full: {
    say: 'Not saved: the disk is full.',
    next: 'Your entry stays here and is tried again. Note it on paper as well; free some space.',
  },
  readOnly: {
    say: 'Not saved: the disk takes no writing.',
    next: 'Your entry stays here and is tried again. Note it on paper as well.',
  },
  error: {
    say: 'Not saved: the disk fails.',
    next: 'Your entry stays here and is tried again. Note it on paper as well.',
  },
} as const;
