import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { intakeLanguages } from '../../../../shared/intake/choice.ts';
import type { Failure } from '../../../../shared/ipc/answer.ts';
import { useClient } from '../../../client/room-context.ts';
import { Button } from '../../../ui/button.tsx';
import { Field, Select } from '../../../ui/field.tsx';
import { ActProblem } from '../act.tsx';
import { GiveSheets, sheetsToGive } from '../questionnaires/give-sheets.tsx';
import { useOfferedSets } from '../../offered-sets.ts';
import { SessionDialog } from '../session-dialog.tsx';
import { useView } from '../view.ts';

const NONE = '';

/** In which language, and with which music of their own, the patient's screen opens. */
export function HandOver({ onClose }: { readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const { session } = useView();
  const client = useClient();
  const sets = (useOfferedSets().sets ?? []).filter(({ forOne }) => forOne);
  const [language, setLanguage] = useState(session.intake.language ?? 'en');
  const [ownFiles, setOwnFiles] = useState(session.intake.ownFiles ?? NONE);
  const [questionnaires, setQuestionnaires] = useState(() => sheetsToGive(session));
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const handOver = async () => {
    setBusy(true);
    const { sessionId } = session;
    const answer = await client.request('intake.open', {
      ...{ sessionId, language, questionnaires: [...questionnaires] },
      ownFiles: ownFiles === NONE ? null : ownFiles,
    });
    setBusy(false);
    if (answer.ok) onClose();
    else setFailure(answer);
  };
  return (
    <SessionDialog
      title={t('intake.handTitle')}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button tone="primary" disabled={busy} onClick={() => void handOver()}>
            {t('intake.handOver')}
          </Button>
        </>
      }
    >
      <p>{t('intake.handWords')}</p>
      <Field label={t('intake.language')}>
        {(control) => (
          <Select
            {...control}
            value={language}
            onChange={({ target }) => setLanguage(intakeLanguages.find((one) => one === target.value) ?? 'en')}
          >
            {intakeLanguages.map((one) => (
              <option key={one} value={one}>
                {t(`intake.languages.${one}`)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field label={t('intake.ownFiles')} hint={t('intake.ownFilesHint')}>
        {(control) => (
          <Select {...control} value={ownFiles} onChange={({ target }) => setOwnFiles(target.value)}>
            <option value={NONE}>{t('intake.ownFilesNone')}</option>
            {sets.map(({ musicHash, set }) => (
              <option key={musicHash} value={musicHash}>
                {set.title}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <GiveSheets chosen={questionnaires} language={language} onChoose={setQuestionnaires} />
      <ActProblem act={{ failure, clear: () => setFailure(null) }} />
    </SessionDialog>
  );
}
