/** Measures that have bands. */
export const bandFields = ['systolic', 'diastolic', 'spo2', 'pulse', 'respirations', 'rass', 'moaas'] as const;
export type BandField = (typeof bandFields)[number];
