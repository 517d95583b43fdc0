import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { mayKeep } from '../../../shared/people/course-commands.ts';
import type { Between } from '../../../shared/review/course.ts';
import { questionnaireIds, type QuestionnaireId } from '../../../shared/scales/questionnaire.ts';
import { useStatus } from '../../client/session-store.ts';
import { SheetForm } from '../../questionnaires/sheet-form.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field, TextArea } from '../../ui/field.tsx';
import { ActFailure } from '../signing/act-failure.tsx';
import { useCourseAct, type CourseAct } from './use-course-act.ts';
import styles from './course.module.css';

export interface BetweenActsProps {
  /** The patient's newest course. */
  readonly between: Between;
  readonly practice: boolean;
  readonly onKept: () => void;
}

/** What can be entered between the sessions: a questionnaire, as on the telephone, and a note of integration. */
export function BetweenActs({ between, practice, onKept }: BetweenActsProps): ReactElement {
  const { t } = useTranslation();
  const act = useCourseAct(between.courseId, practice, onKept);
  const role = useStatus()?.signedIn?.role ?? 'nurse';
  const [open, setOpen] = useState<'sheet' | 'note' | null>(null);
  const close = (): void => setOpen(null);
  return (
    <>
      <Button onClick={() => setOpen('sheet')}>{t('course.askDo')}</Button>
      {mayKeep('keepIntegrationNote', role) ? (
        <Button onClick={() => setOpen('note')}>{t('course.noteDo')}</Button>
      ) : null}
      {open === 'sheet' ? <SheetDialog between={between} act={act} onClose={close} /> : null}
      {open === 'note' ? <NoteDialog act={act} onClose={close} /> : null}
    </>
  );
}

interface DialogProps {
  readonly act: CourseAct;
  readonly onClose: () => void;
}

/** Which questionnaire, then its questions one by one; one that was paused goes on. */
function SheetDialog({ between, act, onClose }: DialogProps & Pick<BetweenActsProps, 'between'>): ReactElement {
  const { t } = useTranslation();
  const [sheetId, setSheetId] = useState<string | null>(null);
  const sheet = between.sheets.find((one) => one.sheetId === sheetId);
  const begin = async (questionnaire: QuestionnaireId): Promise<void> => {
    const paused = between.sheets.find((one) => one.questionnaire === questionnaire && !one.ended);
    const id = paused?.sheetId ?? crypto.randomUUID();
    const isThere =
      paused !== undefined || (await act.run({ type: 'beginQuestionnaire', sheetId: id, questionnaire, by: 'staff' }));
    if (isThere) setSheetId(id);
  };
  const end = async (): Promise<void> => {
    if (sheetId !== null && (await act.run({ type: 'endQuestionnaire', sheetId }))) onClose();
  };
  return (
    <Dialog
      wide
      title={sheet === undefined ? t('course.ask') : t(`questionnaires.title.${sheet.questionnaire}`)}
      onClose={onClose}
      foot={<Button onClick={onClose}>{t(sheet === undefined ? 'common.cancel' : 'questionnaires.pause')}</Button>}
    >
      {sheet === undefined ? (
        <>
          <p>{t('course.askHint')}</p>
          <div className={styles.acts}>
            {questionnaireIds.map((id) => (
              <Button key={id} disabled={act.busy} onClick={() => void begin(id)}>
                {t(`questionnaires.title.${id}`)}
              </Button>
            ))}
          </div>
        </>
      ) : (
        <SheetForm
          sheet={sheet}
          onAnswer={(question, answer) => act.run({ type: 'answerQuestion', sheetId: sheet.sheetId, question, answer })}
          onEnd={() => void end()}
        />
      )}
      <ActFailure failure={act.failure} />
    </Dialog>
  );
}

/** What the patient makes of it, in a clinician's or therapist's words. */
function NoteDialog({ act, onClose }: DialogProps): ReactElement {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [noteId] = useState(() => crypto.randomUUID());
  const save = async (): Promise<void> => {
    if (await act.run({ type: 'keepIntegrationNote', noteId, text: text.trim() })) onClose();
  };
  return (
    <Dialog
      title={t('course.note')}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button tone="primary" disabled={text.trim() === '' || act.busy} onClick={() => void save()}>
            {t('course.noteSave')}
          </Button>
        </>
      }
    >
      <Field label={t('course.noteLabel')} hint={t('course.noteHint')}>
        {(control) => (
          <TextArea
            {...control}
            rows={6}
            maxLength={2000}
            value={text}
            onChange={({ target }) => setText(target.value)}
          />
        )}
      </Field>
      <ActFailure failure={act.failure} />
    </Dialog>
  );
}
