import type { QuestionnaireId } from './questionnaire.ts';

/** The text of a questionnaire as its authors wrote it, in the order of its questions; never reworded. */
export interface Wording {
  /** BCP 47; the only one whose wording was held against the authors' own form. */
  readonly language: 'en';
  /** What is said once, before the first question; null: nothing. */
  readonly lead: string | null;
  /** What stands above every question. */
  readonly stem: string;
  readonly questions: readonly string[];
  /** By their points, from 0. */
  readonly answers: readonly string[];
}

const frequency = ['Not at all', 'Several days', 'More than half the days', 'Nearly every day'] as const;

/** PHQ-9 and GAD-7 as on www.phqscreeners.com; LOINC panels 44249-1 and 69737-5 carry the same text. */
const phq9: Wording = {
  language: 'en',
  lead: null,
  stem: 'Over the last 2 weeks, how often have you been bothered by any of the following problems?',
  questions: [
    'Little interest or pleasure in doing things',
    'Feeling down, depressed, or hopeless',
    'Trouble falling or staying asleep, or sleeping too much',
    'Feeling tired or having little energy',
    'Poor appetite or overeating',
    'Feeling bad about yourself — or that you are a failure or have let yourself or your family down',
    'Trouble concentrating on things, such as reading the newspaper or watching television',
    'Moving or speaking so slowly that other people could have noticed? Or the opposite — being so fidgety or restless that you have been moving around a lot more than usual',
    'Thoughts that you would be better off dead or of hurting yourself in some way',
  ],
  answers: frequency,
};

const gad7: Wording = {
  language: 'en',
  lead: null,
  stem: 'Over the last 2 weeks, how often have you been bothered by the following problems?',
  questions: [
    'Feeling nervous, anxious or on edge',
    'Not being able to stop or control worrying',
    'Worrying too much about different things',
    'Trouble relaxing',
    'Being so restless that it is hard to sit still',
    'Becoming easily annoyed or irritable',
    'Feeling afraid as if something awful might happen',
  ],
  answers: frequency,
};

/** PCL-5 (standard, past month), National Center for PTSD, form of 2018: twenty questions; shorter ones in use elsewhere are not it. */
const pcl5: Wording = {
  language: 'en',
  lead: 'Below is a list of problems that people sometimes have in response to a very stressful experience.',
  stem: 'In the past month, how much were you bothered by:',
  questions: [
    'Repeated, disturbing, and unwanted memories of the stressful experience?',
    'Repeated, disturbing dreams of the stressful experience?',
    'Suddenly feeling or acting as if the stressful experience were actually happening again (as if you were actually back there reliving it)?',
    'Feeling very upset when something reminded you of the stressful experience?',
    'Having strong physical reactions when something reminded you of the stressful experience (for example, heart pounding, trouble breathing, sweating)?',
    'Avoiding memories, thoughts, or feelings related to the stressful experience?',
    'Avoiding external reminders of the stressful experience (for example, people, places, conversations, activities, objects, or situations)?',
    'Trouble remembering important parts of the stressful experience?',
    'Having strong negative beliefs about yourself, other people, or the world (for example, having thoughts such as: I am bad, there is something seriously wrong with me, no one can be trusted, the world is completely dangerous)?',
    'Blaming yourself or someone else for the stressful experience or what happened after it?',
    'Having strong negative feelings such as fear, horror, anger, guilt, or shame?',
    'Loss of interest in activities that you used to enjoy?',
    'Feeling distant or cut off from other people?',
    'Trouble experiencing positive feelings (for example, being unable to feel happiness or have loving feelings for people close to you)?',
    'Irritable behavior, angry outbursts, or acting aggressively?',
    'Taking too many risks or doing things that could cause you harm?',
    'Being “superalert” or watchful or on guard?',
    'Feeling jumpy or easily startled?',
    'Having difficulty concentrating?',
    'Trouble falling or staying asleep?',
  ],
  answers: ['Not at all', 'A little bit', 'Moderately', 'Quite a bit', 'Extremely'],
};

export const wordings: Readonly<Record<QuestionnaireId, Wording>> = { phq9, gad7, pcl5 };
