import { useTranslation } from 'react-i18next';
import { en } from '../i18n/patient/en.ts';

/** The patient's words in the language that is spoken just now. */
export function usePatientText() {
  return useTranslation('patient').t;
}

type BuiltIn = keyof typeof en.builtIn;

/** What is said about a set: of a built-in one in the patient's language, of the clinic's own as staff wrote it. */
export function useDescription(): (description: string) => string {
  const t = usePatientText();
  return (description) => {
    const known = (Object.keys(en.builtIn) as BuiltIn[]).find((key) => en.builtIn[key] === description);
    return known === undefined ? description : t(`builtIn.${known}`);
  };
}
