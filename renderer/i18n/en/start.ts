/** Texts: start. */
export const start = {} as const;
