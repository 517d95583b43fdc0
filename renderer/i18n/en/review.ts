/** Texts: review. */
export const review = {} as const;
