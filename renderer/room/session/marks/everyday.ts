/** The common events: one press each, always in view. */
export const everyday = [
  'nausea',
  'vomiting',
  'anxiety',
  'distress',
  'headache',
  'dizziness',
  'callBell',
  'bathroom',
  'staffInRoom',
] as const;
