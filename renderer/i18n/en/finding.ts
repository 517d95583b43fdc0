/** Texts: finding. */
export const finding = {} as const;
