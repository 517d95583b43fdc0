/** Texts: session. */
export const session = {} as const;
