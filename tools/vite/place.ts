/** Where a build reads and writes; absolute paths. */
export type BuildPlace = { readonly root: string; readonly out: string };
