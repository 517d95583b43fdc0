import { catalogues } from '../../i18n/patient/start.ts';

/** Signs that are offered. They are kept in English, the room's language, so that the nurse can read them; any other one as it was said. */
export const stopSigns = ['hand', 'head', 'word'] as const;
export type StopSign = (typeof stopSigns)[number];

/** What is kept of an offered sign. */
export function keptSign(sign: StopSign): string {
  return catalogues.en.stop[sign];
}

/** Which of the offered signs a kept text is; null for words of the patient's own. */
export function offeredSign(kept: string | null): StopSign | null {
  return stopSigns.find((sign) => keptSign(sign) === kept) ?? null;
}
