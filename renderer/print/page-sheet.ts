import type { TFunction } from 'i18next';
import { calendarDate, dayOf } from '../i18n/format.ts';
import type { CopySpeech } from '../i18n/copy/copy.ts';
import { infusionOfRow } from '../room/start/session-line.ts';
import { patientWords, sessionWords } from './patient-page.tsx';
import type { ToPrint } from './to-print.ts';

const size = { a4: 'A4', letter: 'letter' } as const;

/** What stands in the corners of a page. */
interface Corners {
  readonly who: string;
  readonly which: string;
  readonly notA: string;
  /** With `#` for the page and `##` for how many there are. */
  readonly page: string;
}

/**
 * What stands on every page: paper and margins, two identifiers, which session, what this is not, page x of y; on the patient's
 * own page in their language.
 */
export function pageSheet(print: ToPrint, t: TFunction, speech: CopySpeech): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  const { job, session } = print;
  const counters = { page: '#', pages: '##' };
  sheet.replaceSync(`
    @page {
      size: ${size[job.paper]};
      margin: 22mm 16mm 20mm;
      font: 8.5pt ${FONT};
      color: #3d4247;
      ${cornersOf({
        ...{ who: whoWords(print, t), which: whichWords(print, t) },
        ...{ notA: t('printed.notA'), page: t('printed.page', counters) },
      })}
    }
    @page patient {
      margin: 19mm 16mm 17mm;
      ${cornersOf({
        ...{ who: patientWords(print, speech), which: sessionWords(print, speech) },
        ...{ notA: speech.t('notA'), page: speech.t('page', counters) },
      })}
    }
  `);
  document.title =
    job.kind === 'record'
      ? t(session.created.practice ? 'printed.titlePractice' : 'printed.title')
      : speech.t('document');
  return sheet;
}

function cornersOf({ who, which, notA, page }: Corners): string {
  const corner = (place: string, content: string): string => `@${place} { content: ${content}; }`;
  const pages = page
    .split(/(#+)/u)
    .map((part) => (part === '#' ? 'counter(page)' : part === '##' ? 'counter(pages)' : quoted(part)))
    .join(' ');
  return [
    corner('top-left', quoted(who)),
    corner('top-right', quoted(which)),
    corner('bottom-left', quoted(notA)),
    corner('bottom-right', pages),
  ].join('\n');
}

const FONT = "'Inter', 'Segoe UI', 'SF Pro Text', 'Noto Sans', 'DejaVu Sans', sans-serif";

/** The patient's two identifiers: name and date of birth. */
export function whoWords({ job: { patient } }: ToPrint, t: TFunction): string {
  if (patient === null) return t('start.practicePatient');
  return t('printed.who', { name: patient.name, birthDate: calendarDate(patient.birthDate) });
}

/** Which session: day, which infusion, and that it is practice where it is. */
export function whichWords({ session }: ToPrint, t: TFunction): string {
  const { created, started, createdAt } = session;
  const day = dayOf(started?.at ?? createdAt, created.timeZone);
  const which = infusionOfRow(created, t);
  return [created.practice ? t('printed.practice') : null, which, day].filter((part) => part !== null).join(' · ');
}

/** A text as CSS writes it; whatever stands in a name stays a text. */
function quoted(text: string): string {
  return `"${Array.from(text, (char) => (/[\p{L}\p{N} ,.·:;()–-]/u.test(char) ? char : `\\${(char.codePointAt(0) ?? 32).toString(16)} `)).join('')}"`;
}
