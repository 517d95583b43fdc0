import type { i18n, TFunction } from 'i18next';
import type { IntakeLanguage } from '../../../shared/intake/choice.ts';
import type { CopyCatalogue } from './catalogue.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';

/** The page's words in each language. */
export const copyCatalogues: Readonly<Record<IntakeLanguage, CopyCatalogue>> = { en, es, fr, de };

const locales: Readonly<Record<IntakeLanguage, string>> = { en: 'en-GB', es: 'es-ES', fr: 'fr-FR', de: 'de-DE' };

/** How the page speaks, beside the rest of the window, which goes on in its own language. */
export interface CopySpeech {
  readonly language: IntakeLanguage;
  readonly t: TFunction<'copy'>;
  /** `Saturday 21 November 2026`, as the language writes days; `timeZone` is the session's. */
  readonly day: (at: number, timeZone: string) => string;
  /** `14:23` of 24 hours. */
  readonly time: (at: number, timeZone: string) => string;
  /** `29 February 1980`, from a calendar day `YYYY-MM-DD`, whatever the time zone. */
  readonly birthDate: (day: string) => string;
  /** `36.5`, or `36,5`. */
  readonly number: (value: number) => string;
}

/** The speech of one language. */
export function copySpeech(catalogue: i18n, language: IntakeLanguage): CopySpeech {
  catalogue.addResourceBundle(language, 'copy', copyCatalogues[language]);
  const locale = locales[language];
  const date = { day: 'numeric', month: 'long', year: 'numeric' } as const;
  const format = (at: number, options: Intl.DateTimeFormatOptions): string =>
    new Intl.DateTimeFormat(locale, options).format(at);
  return {
    language,
    t: catalogue.getFixedT(language, 'copy'),
    day: (at, timeZone) => format(at, { ...date, weekday: 'long', timeZone }),
    time: (at, timeZone) => format(at, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone }),
    birthDate: (day) => {
      const at = Date.parse(`${day}T00:00:00Z`);
      return Number.isNaN(at) ? day : format(at, { ...date, timeZone: 'UTC' });
    },
    number: (value) => new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }).format(value),
  };
}
