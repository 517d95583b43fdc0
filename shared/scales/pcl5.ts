import type { Answers, Questionnaire } from './questionnaire.ts';

/** A symptom counts from "moderately". */
const COUNTS_FROM = 2;

/** Clusters of DSM-5, questions from and to (1 is the first), and how many of each have to count. */
const clusters = [
  { id: 'intrusion', from: 1, to: 5, atLeast: 1 },
  { id: 'avoidance', from: 6, to: 7, atLeast: 1 },
  { id: 'cognitionAndMood', from: 8, to: 14, atLeast: 2 },
  { id: 'arousal', from: 15, to: 20, atLeast: 2 },
] as const;

/**
 * PCL-5: twenty questions about the last month, 0 to 80. It has no bands of severity that were found by studies: a total
 * of 31 to 33 suggests a probable PTSD (National Center for PTSD), so the one step there is stands at 31.
 */
export const pcl5: Questionnaire = {
  id: 'pcl5',
  title: 'PCL-5',
  source: 'Weathers et al. 2013, National Center for PTSD, www.ptsd.va.gov',
  licence: 'US Department of Veterans Affairs; public domain, not copyrighted.',
  questions: Array.from({ length: 20 }, (_none, index) => ({ id: `q${index + 1}`, loinc: null })),
  highestAnswer: 4,
  max: 80,
  loinc: { panel: '101697-1', total: '101698-9' },
  bands: [
    { id: 'belowCut', from: 0 },
    { id: 'fromCut', from: 31 },
  ],
  meaningfulChange: { points: 10, source: 'National Center for PTSD: 10 points, as found for the earlier PCL' },
};

/** Whether each cluster has as many questions answered "moderately" or more as DSM-5 asks for; null while some are open. */
export function meetsClusters(answers: Answers): boolean | null {
  if (pcl5.questions.some(({ id }) => answers[id] === undefined)) return null;
  return clusters.every(({ from, to, atLeast }) => {
    const counted = pcl5.questions.slice(from - 1, to).filter(({ id }) => (answers[id] ?? 0) >= COUNTS_FROM);
    return counted.length >= atLeast;
  });
}
