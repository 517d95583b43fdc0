import type { ReactElement } from 'react';
import { INTENTION_MAX } from '../../../shared/intake/choice.ts';
import { Answers } from '../answers.tsx';
import { Forward } from '../forward.tsx';
import { Frame } from '../frame.tsx';
import { useAsking, usePatient } from '../patient-context.ts';
import { Press } from '../press.tsx';
import { usePatientText } from '../use-patient-text.ts';
import { WordsField } from '../words-field.tsx';
import styles from './intention-screen.module.css';

/** Words to take along, and whose eyes they are for: until the patient says more, the nurse's alone and no report's. */
export function IntentionScreen(): ReactElement {
  const { store } = usePatient();
  const { choice } = useAsking();
  const t = usePatientText();
  const { intention } = choice;
  return (
    <Frame
      title={t('intention.title')}
      text={t('intention.text')}
      className={styles.intention}
      foot={<Forward answered={intention !== null} />}
    >
      <WordsField
        label={t('intention.label')}
        value={intention?.text ?? null}
        max={INTENTION_MAX}
        rows={4}
        onChange={(text) =>
          store.change({
            intention:
              text === null
                ? null
                : { readers: intention?.readers ?? 'nurse', inExport: intention?.inExport ?? false, text },
          })
        }
      />
      {intention === null ? null : (
        <>
          <Answers
            label={t('intention.readers')}
            labelled
            options={[
              { value: 'nurse', label: t('intention.nurse') },
              { value: 'careTeam', label: t('intention.careTeam') },
            ]}
            value={intention.readers}
            onChange={(readers) => store.change({ intention: { ...intention, readers: readers ?? intention.readers } })}
          />
          <div>
            <Press
              pressed={intention.inExport}
              onClick={() => store.change({ intention: { ...intention, inExport: !intention.inExport } })}
            >
              {t('intention.inExport')}
            </Press>
          </div>
        </>
      )}
    </Frame>
  );
}
