export const questionnaireIds = ['phq9', 'gad7', 'pcl5'] as const;
export type QuestionnaireId = (typeof questionnaireIds)[number];

/** One question; its words, in the authors' own wording, are in `wording.ts`. */
export interface Question {
  readonly id: string;
  /** LOINC code, where one is confirmed. */
  readonly loinc: string | null;
}

/** Names of parts of a range; their words are in the text catalogue: `questionnaires.band.<id>`. */
export type BandId = 'minimal' | 'mild' | 'moderate' | 'moderatelySevere' | 'severe' | 'belowCut' | 'fromCut';

/** A part of the range that has a name of its own, from a total up to the next one's. */
export interface SeverityBand {
  readonly id: BandId;
  readonly from: number;
}

/** A questionnaire that a patient answers about the last weeks. Scores are arithmetic, not a diagnosis. */
export interface Questionnaire {
  readonly id: QuestionnaireId;
  /** Printed with every score. */
  readonly title: string;
  readonly source: string;
  readonly licence: string;
  readonly questions: readonly Question[];
  /** Every answer is one of 0 up to this. */
  readonly highestAnswer: number;
  readonly max: number;
  readonly loinc: { readonly panel: string; readonly total: string };
  /** Lowest first, the first from 0; empty where the questionnaire has no bands that were found by studies. */
  readonly bands: readonly SeverityBand[];
  /** A change of the total by at least this is more than chance and chance of mood; `source` says who found it. */
  readonly meaningfulChange: { readonly points: number; readonly source: string };
}

/** Answers by question; one that was skipped is not in it. */
export type Answers = Readonly<Record<string, number>>;

/** What answers add up to. A partial answer never has a total: it is kept, and never scored as whole. */
export type Scored =
  | { readonly kind: 'whole'; readonly total: number; readonly band: BandId | null }
  | { readonly kind: 'partial'; readonly answered: number; readonly of: number };

/** Whether a question of this questionnaire can have this answer. */
export function isAnswer({ questions, highestAnswer }: Questionnaire, question: string, answer: number): boolean {
  return (
    questions.some(({ id }) => id === question) && Number.isInteger(answer) && answer >= 0 && answer <= highestAnswer
  );
}

/** The total of a whole questionnaire, or how much of it is answered; null where an answer is none that it knows. */
export function scored(questionnaire: Questionnaire, answers: Answers): Scored | null {
  const given = Object.entries(answers);
  if (!given.every(([question, answer]) => isAnswer(questionnaire, question, answer))) return null;
  const of = questionnaire.questions.length;
  if (given.length < of) return { kind: 'partial', answered: given.length, of };
  const total = given.reduce((sum, [, answer]) => sum + answer, 0);
  return { kind: 'whole', total, band: bandOf(questionnaire, total) };
}

function bandOf({ bands }: Questionnaire, total: number): BandId | null {
  return bands.findLast(({ from }) => total >= from)?.id ?? null;
}

/** What a later total says against an earlier one: fewer points are better in all of these. */
export type Change = 'better' | 'worse' | 'similar';

/** Whether the total has changed by as much as the questionnaire's sources call meaningful. */
export function changeBetween({ meaningfulChange }: Questionnaire, before: number, after: number): Change {
  if (before - after >= meaningfulChange.points) return 'better';
  return after - before >= meaningfulChange.points ? 'worse' : 'similar';
}
