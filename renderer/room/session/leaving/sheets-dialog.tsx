import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { intakeLanguages, type IntakeLanguage } from '../../../../shared/intake/choice.ts';
import type { Failure } from '../../../../shared/ipc/answer.ts';
import { sheetKinds } from '../../../../shared/protocol/leaving-sheets.ts';
import { useClient } from '../../../client/room-context.ts';
import { languageNames } from '../../../i18n/patient/start.ts';
import { sheetOf } from '../../../i18n/leaving/sheet.ts';
import { Button } from '../../../ui/button.tsx';
import { Segmented } from '../../../ui/segmented.tsx';
import { ActProblem, useAct } from '../act.tsx';
import { SessionDialog } from '../session-dialog.tsx';
import { useView } from '../view.ts';
import { Paper } from './paper.tsx';
import styles from './leaving.module.css';

const choices = ['both', ...sheetKinds] as const;

/** The sheets in the patient's language, as they will lie on the paper; printed by the system's own dialog. */
export function SheetsDialog({ onClose }: { readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const { session, protocol } = useView();
  const client = useClient();
  const act = useAct();
  const [language, setLanguage] = useState<IntakeLanguage>(session.intake.language ?? 'en');
  const [which, setWhich] = useState<(typeof choices)[number]>('both');
  const [printing, setPrinting] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const kinds = which === 'both' ? [...sheetKinds] : [which];
  const sheets = kinds.map((kind) => sheetOf(protocol.sheets, kind, language));
  const print = async () => {
    setPrinting(true);
    const answer = await client.request('window.print', {});
    setPrinting(false);
    setFailure(answer.ok ? null : answer);
    if (answer.ok && (await act.run({ type: 'noteSheetsPrinted', sheets: kinds, language }))) onClose();
  };
  return (
    <SessionDialog
      title={t('leaving.sheets.title')}
      wide
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t('common.close')}</Button>
          <Button tone="primary" disabled={printing || act.busy} onClick={() => void print()}>
            {t('leaving.sheets.print')}
          </Button>
        </>
      }
    >
      <div className={styles.choices}>
        <Segmented
          label={t('leaving.sheets.language')}
          options={intakeLanguages.map((value) => ({ value, label: languageNames[value] }))}
          value={language}
          onChange={setLanguage}
        />
        <Segmented
          label={t('leaving.sheets.which')}
          options={choices.map((value) => ({ value, label: t(`leaving.sheets.kinds.${value}`) }))}
          value={which}
          onChange={setWhich}
        />
      </div>
      {/* Longer than the dialog, it is scrolled with the arrow keys. */}
      <div
        className={styles.sheets}
        lang={language}
        role="region"
        aria-label={t('leaving.sheets.title')}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
      >
        {sheets.map((sheet) => (
          <section key={sheet.title} className={styles.sheet} aria-label={sheet.title}>
            <h3>{sheet.title}</h3>
            {sheet.lines.map((line) => (
              <p key={line}>{line}</p>
            ))}
          </section>
        ))}
      </div>
      {protocol.sheets.nightNumber === '' ? <p className={styles.soft}>{t('leaving.sheets.noNumber')}</p> : null}
      <ActProblem act={{ failure, clear: () => setFailure(null) }} />
      <ActProblem act={act} />
      <Paper sheets={sheets} language={language} />
    </SessionDialog>
  );
}
