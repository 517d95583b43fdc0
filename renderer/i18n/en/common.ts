/** Words used on every screen. */
export const common = {
  app: 'Stillroom',
  cancel: 'Cancel',
  save: 'Save',
  add: 'Add',
  close: 'Close',
  back: 'Back',
  more: 'Show more',
  edit: 'Edit',
  loading: 'One moment…',
  practice: 'Practice',
  none: 'None',
  leaveTitle: 'Leave without saving?',
  leave: 'Leave without saving',
  stay: 'Keep editing',
  disclaimer:
    'Not a patient monitor, not an alarm system, not a pump controller, not dose advice, not a diagnosis. Watch the patient.',
} as const;
