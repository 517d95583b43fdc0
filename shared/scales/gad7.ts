import { PHQ_LICENCE } from './phq9.ts';
import type { Questionnaire } from './questionnaire.ts';

/** GAD-7: seven questions about the last two weeks, 0 to 21. Item codes as in HL7's patient health record guide. */
export const gad7: Questionnaire = {
  id: 'gad7',
  title: 'GAD-7',
  source: 'Spitzer, Kroenke, Williams, Löwe: Arch Intern Med 2006;166:1092-1097',
  licence: PHQ_LICENCE,
  questions: [
    { id: 'nervous', loinc: '69725-0' },
    { id: 'noControl', loinc: '68509-9' },
    { id: 'worrying', loinc: '69733-4' },
    { id: 'relaxing', loinc: '69734-2' },
    { id: 'restless', loinc: '69735-9' },
    { id: 'irritable', loinc: '69689-8' },
    { id: 'afraid', loinc: '69736-7' },
  ],
  highestAnswer: 3,
  max: 21,
  loinc: { panel: '69737-5', total: '70274-6' },
  bands: [
    { id: 'minimal', from: 0 },
    { id: 'mild', from: 5 },
    { id: 'moderate', from: 10 },
    { id: 'severe', from: 15 },
  ],
  meaningfulChange: { points: 4, source: 'Toussaint et al., J Affect Disord 2020;265:395-401' },
};
