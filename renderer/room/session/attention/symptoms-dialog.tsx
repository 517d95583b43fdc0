import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { CommandDialog } from '../command-dialog.tsx';
import { ReasonChoice } from '../reason-choice.tsx';

/** The ones a patient is told to call staff for (EU leaflet of esketamine: clinical reference 1.4), and a faint. */
const symptoms = ['chestPain', 'breath', 'headache', 'vision', 'faint', 'seizure'] as const;

/** The patient has symptoms: from then on the band is red. */
export function SymptomsDialog(props: { readonly readingId: string; readonly onClose: () => void }): ReactElement {
  const { readingId, onClose } = props;
  const { t } = useTranslation();
  const [said, setSaid] = useState('');
  const words = said.trim();
  return (
    <CommandDialog
      title={t('attention.symptomsTitle')}
      act={t('attention.symptomsAct')}
      command={words === '' ? null : { type: 'tellSymptoms', readingId, symptoms: words }}
      onClose={onClose}
    >
      <ReasonChoice
        label={t('attention.symptomsTitle')}
        options={symptoms.map((symptom) => t(`attention.symptomOptions.${symptom}`))}
        otherLabel={t('attention.symptomsOther')}
        value={said}
        onChange={setSaid}
      />
    </CommandDialog>
  );
}
