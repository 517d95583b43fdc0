/** Texts: events. */
export const events = {} as const;
