import type { en } from './en.ts';

/** The keys of the English page with any words: a language that lacks one, or has one too many, fails the type check. */
type Words<T> = { readonly [K in keyof T]: T[K] extends string ? string : Words<T[K]> };
export type CopyCatalogue = Words<typeof en>;
