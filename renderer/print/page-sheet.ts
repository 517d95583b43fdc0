import type { TFunction } from 'i18next';
import { calendarDate, dayOf } from '../i18n/format.ts';
import { infusionOfRow } from '../room/start/session-line.ts';
import type { ToPrint } from './to-print.ts';

const size = { a4: 'A4', letter: 'letter' } as const;

/** What stands on every page: paper and margins, two identifiers, which session, what this is not, page x of y. */
export function pageSheet(print: ToPrint, t: TFunction): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  const { job, session } = print;
  const corner = (place: string, content: string): string => `@${place} { content: ${content}; }`;
  const pages = t('printed.page', { page: '#', pages: '##' })
    .split(/(#+)/u)
    .map((part) => (part === '#' ? 'counter(page)' : part === '##' ? 'counter(pages)' : quoted(part)))
    .join(' ');
  sheet.replaceSync(`
    @page {
      size: ${size[job.paper]};
      margin: 22mm 16mm 20mm;
      font: 8.5pt ${FONT};
      color: #3d4247;
      ${corner('top-left', quoted(whoWords(print, t)))}
      ${corner('top-right', quoted(whichWords(print, t)))}
      ${corner('bottom-left', quoted(t('printed.notA')))}
      ${corner('bottom-right', pages)}
    }
  `);
  document.title = t(session.created.practice ? 'printed.titlePractice' : 'printed.title');
  return sheet;
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
