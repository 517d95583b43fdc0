import { scoreOfSheet, type Sheet } from '../questionnaires/sheets.ts';
import {
  changeBetween,
  questionnaireIds,
  type BandId,
  type Change,
  type QuestionnaireId,
} from '../scales/questionnaire.ts';
import { questionnaires } from '../scales/questionnaires.ts';
import type { Between, CourseInfusion } from './course.ts';

/** One total at its moment (epoch ms). */
export interface ScorePoint {
  readonly sheetId: string;
  readonly at: number;
  readonly total: number;
  readonly band: BandId | null;
}

/** How the totals of one questionnaire went over a course: arithmetic, and what its authors call a meaningful change. */
export interface ScoreTrend {
  readonly questionnaire: QuestionnaireId;
  /** Whole ones only, oldest first. */
  readonly points: readonly ScorePoint[];
  /** How many were filled in only in part: kept, and never scored. */
  readonly parts: number;
  /** From the first to the last total; null where there are no two. */
  readonly change: { readonly by: number; readonly kind: Change } | null;
}

/** Every sheet of a patient in which anything was answered, oldest first. */
export function answeredSheets(
  infusions: readonly Pick<CourseInfusion, 'sheets'>[],
  between: readonly Pick<Between, 'sheets'>[],
): readonly Sheet[] {
  return [...infusions, ...between]
    .flatMap(({ sheets }) => sheets)
    .filter(({ answers }) => Object.keys(answers).length > 0)
    .toSorted((a, b) => momentOf(a) - momentOf(b));
}

function momentOf({ answeredAt, askedAt }: Sheet): number {
  return answeredAt ?? askedAt;
}

/** One trend for each questionnaire that was answered at all. */
export function scoreTrends(sheets: readonly Sheet[]): readonly ScoreTrend[] {
  return questionnaireIds.flatMap((questionnaire) => {
    const own = sheets.filter((sheet) => sheet.questionnaire === questionnaire);
    if (own.length === 0) return [];
    const points = own.flatMap((sheet): ScorePoint[] => {
      const score = scoreOfSheet(sheet);
      if (score?.kind !== 'whole') return [];
      return [{ sheetId: sheet.sheetId, at: momentOf(sheet), total: score.total, band: score.band }];
    });
    const [first] = points;
    const last = points.at(-1);
    const change =
      first === undefined || last === undefined || first === last
        ? null
        : { by: last.total - first.total, kind: changeBetween(questionnaires[questionnaire], first.total, last.total) };
    return [{ questionnaire, points, parts: own.length - points.length, change }];
  });
}
