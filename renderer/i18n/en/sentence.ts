/** Texts: sentence. */
export const sentence = {} as const;
