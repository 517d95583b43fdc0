import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { IntakeLanguage } from '../../../shared/intake/choice.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';

/** Each language's catalogue. */
export const catalogues = { en, es, fr, de } as const;

/** Each language in its own words, as the buttons say it. */
export const languageNames: Readonly<Record<IntakeLanguage, string>> = {
  en: 'English',
  es: 'Español',
  fr: 'Français',
  de: 'Deutsch',
};

/** Makes the patient's catalogues ready, at once; the window speaks English until it is told. */
export function startPatientCatalogue(): void {
  if (i18next.isInitialized) return;
  void i18next.use(initReactI18next).init({
    lng: 'en',
    fallbackLng: 'en',
    defaultNS: 'patient',
    resources: Object.fromEntries(
      Object.entries(catalogues).map(([language, words]) => [language, { patient: words }]),
    ),
    initAsync: false,
    interpolation: { escapeValue: false },
    returnNull: false,
  });
}

/** Speaks another language from now on, and writes in its direction. */
export function speak(language: IntakeLanguage): void {
  if (i18next.language !== language) void i18next.changeLanguage(language);
  document.documentElement.lang = language;
  document.documentElement.dir = i18next.dir(language);
}
