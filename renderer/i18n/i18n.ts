import i18next, { type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { en } from './en/index.ts';
import type { en as copy } from './copy/en.ts';
import type { en as patient } from './patient/en.ts';
import { rememberWords } from './quick-words.ts';

/** The catalogue's keys without its words: checking each sentence's variables at every use is more than the compiler can bear. */
type Keys<T> = { readonly [K in keyof T]: T[K] extends string ? string : Keys<T[K]> };

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    /** `patient`: the patient window's own catalogues. `copy`: the page that a patient takes home. */
    resources: { translation: Keys<typeof en>; patient: Keys<typeof patient>; copy: Keys<typeof copy> };
  }
}

/** Makes the catalogue ready; at once, since it is part of the bundle. */
export function startCatalogue(): i18n {
  if (!i18next.isInitialized) {
    void i18next.use(initReactI18next).init({
      lng: 'en',
      fallbackLng: 'en',
      resources: { en: { translation: en } },
      initAsync: false,
      interpolation: { escapeValue: false },
      returnNull: false,
    });
    rememberWords(i18next);
  }
  return i18next;
}

/** The text of a key that is known only at run time (a code from main); null where the catalogue has none. */
export function lookUp(key: string, params: Readonly<Record<string, string | number>>): string | null {
  const text: unknown = i18next.exists(key)
    ? (i18next.getFixedT(i18next.language) as (key: string, params: object) => unknown)(key, params)
    : null;
  return typeof text === 'string' ? text : null;
}
