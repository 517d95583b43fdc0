/** Texts: setup. */
export const setup = {} as const;
