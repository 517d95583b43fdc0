import type { TFunction } from 'i18next';
import type { CourseInfusion } from '../../../shared/review/course.ts';
import { scoreOfSheet } from '../../../shared/questionnaires/sheets.ts';
import { dayOf } from '../../i18n/format.ts';

const NONE = '–';
const number = (value: number, digits: number): string => String(Number(value.toFixed(digits)));

export function dayWords({ at, timeZone }: CourseInfusion): string {
  return dayOf(at, timeZone);
}

export function doseWords({ mg, mgPerKg, doseEntered }: CourseInfusion, t: TFunction): string {
  if (mg === null) return NONE;
  const perKg = mgPerKg === null ? '' : ` (${number(mgPerKg, 2)} mg/kg)`;
  return `${number(mg, 2)} mg${perKg}${doseEntered ? '' : `, ${t('course.ordered')}`}`;
}

export function ranWords({ given, ranMs, plannedMs, early }: CourseInfusion, t: TFunction): string {
  if (!given || ranMs === null) return t('course.notGiven');
  const minutes = (ms: number): number => Math.round(ms / 60_000);
  const ran = t('course.minutes', { ran: minutes(ranMs), planned: minutes(plannedMs) });
  return early ? `${ran}, ${t('course.early')}` : ran;
}

/** `118/74`. */
export function pressureWords(
  parts: { readonly systolic: number | null; readonly diastolic: number | null } | null,
): string {
  return parts === null || parts.systolic === null ? NONE : `${parts.systolic}/${parts.diastolic ?? NONE}`;
}

/** What was chosen for the hour: music and light. */
export function choiceWords({ music, wish, darkest }: CourseInfusion, t: TFunction): string {
  const heard = wish === 'quiet' || wish === 'ownPhone' ? t(`intake.music.${wish}`) : music;
  const light = darkest === null ? null : t('course.light', { percent: `${Math.round(darkest * 100)} %` });
  const words = [heard, light].filter((word) => word !== null);
  return words.length === 0 ? NONE : words.join(', ');
}

/** What happened and what was given for it. */
export function happenedWords({ marks, medicines, emergencies, adverse }: CourseInfusion, t: TFunction): string {
  const kinds = [...new Set(marks)].map((kind) => {
    const count = marks.filter((one) => one === kind).length;
    return count === 1 ? t(`sentence.mark.${kind}`) : `${t(`sentence.mark.${kind}`)} ×${count}`;
  });
  const words = [
    ...(emergencies > 0 ? [`▲ ${t('review.emergencies', { count: emergencies })}`] : []),
    ...adverse.map(({ severity, what }) => `! ${t(`adverse.severity.${severity}`)}: ${what}`),
    ...kinds,
    ...medicines,
  ];
  return words.length === 0 ? t('course.nothing') : words.join(', ');
}

export function leftWords({ left, leavingScore }: CourseInfusion, t: TFunction): string {
  if (left === null) return NONE;
  const how = t(`sentence.how.${left}`);
  return leavingScore === null ? how : `${how}, ${t('review.score', { total: leavingScore })}`;
}

/** Totals that were filled in for this infusion; of a part only how much of it. */
export function scoresWords({ sheets }: CourseInfusion, t: TFunction): string {
  const words = sheets.flatMap((sheet) => {
    const score = scoreOfSheet(sheet);
    const title = t(`questionnaires.title.${sheet.questionnaire}`);
    if (score === null || Object.keys(sheet.answers).length === 0) return [];
    return score.kind === 'whole' ? `${title} ${score.total}` : `${title} ${score.answered}/${score.of}`;
  });
  return words.length === 0 ? NONE : words.join(', ');
}
