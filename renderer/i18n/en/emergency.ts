/** Texts: emergency. */
export const emergency = {} as const;
