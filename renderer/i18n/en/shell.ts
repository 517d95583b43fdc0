/** Texts: shell. */
export const shell = {} as const;
