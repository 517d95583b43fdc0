import type { Questionnaire } from './questionnaire.ts';

/** What the authors ask to be said with the text of PHQ-9 and GAD-7. */
export const PHQ_LICENCE =
  'Developed by Drs. Robert L. Spitzer, Janet B.W. Williams, Kurt Kroenke and colleagues, with an educational grant from Pfizer Inc. No permission required to reproduce, translate, display or distribute.';

/** The question about thoughts of being better off dead. */
export const SAFETY = 'betterOffDead';

/**
 * PHQ-9: nine questions about the last two weeks, 0 to 27. Item and total codes as in US Core; bands and 5 points by
 * Kroenke et al. 2001 (PHQ-9) and Kroenke 2012.
 */
export const phq9: Questionnaire = {
  id: 'phq9',
  title: 'PHQ-9',
  source: 'Kroenke, Spitzer, Williams: J Gen Intern Med 2001;16:606-613',
  licence: PHQ_LICENCE,
  questions: [
    { id: 'interest', loinc: '44250-9' },
    { id: 'down', loinc: '44255-8' },
    { id: 'sleep', loinc: '44259-0' },
    { id: 'tired', loinc: '44254-1' },
    { id: 'appetite', loinc: '44251-7' },
    { id: 'failure', loinc: '44258-2' },
    { id: 'concentrating', loinc: '44252-5' },
    { id: 'slowOrRestless', loinc: '44253-3' },
    { id: SAFETY, loinc: '44260-8' },
  ],
  highestAnswer: 3,
  max: 27,
  loinc: { panel: '44249-1', total: '44261-6' },
  bands: [
    { id: 'minimal', from: 0 },
    { id: 'mild', from: 5 },
    { id: 'moderate', from: 10 },
    { id: 'moderatelySevere', from: 15 },
    { id: 'severe', from: 20 },
  ],
  meaningfulChange: { points: 5, source: 'Kroenke 2012, Gen Hosp Psychiatry' },
};
