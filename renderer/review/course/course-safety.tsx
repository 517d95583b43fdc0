import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { openSafetyAnswers } from '../../../shared/questionnaires/sheets.ts';
import type { Between, CourseInfusion } from '../../../shared/review/course.ts';
import { wordings } from '../../../shared/scales/wording.ts';
import { useStatus } from '../../client/session-store.ts';
import { dayOf, timeOfDay } from '../../i18n/format.ts';
import { TalkFields, talkCommand, type Talk } from '../../questionnaires/talk-fields.tsx';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ActFailure } from '../signing/act-failure.tsx';
import { useCourseAct, type CourseAct } from './use-course-act.ts';

export interface CourseSafetyProps {
  readonly infusions: readonly CourseInfusion[];
  readonly between: readonly Between[];
  readonly practice: boolean;
  readonly onKept: () => void;
}

/** What nobody has spoken about with this patient yet, and the place to write down that somebody did. */
export function CourseSafety({ infusions, between, practice, onKept }: CourseSafetyProps): ReactElement | null {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  const act = useCourseAct(between.at(-1)?.courseId ?? '', practice, onKept);
  const open = openSafetyAnswers([...infusions, ...between]);
  const [said] = open;
  if (said === undefined || between.length === 0) return null;
  const answer = wordings.phq9.answers[said.answer] ?? said.answer;
  return (
    <Banner
      tone="amber"
      actions={
        <Button tone="primary" onClick={() => setAsking(true)}>
          {t('questionnaires.talk.open')}
        </Button>
      }
    >
      <strong>{t('course.speak')}</strong>{' '}
      {t('questionnaires.said', { answer, day: dayOf(said.at), time: timeOfDay(said.at) })}
      {asking ? (
        <TalkDialog act={act} safetyIds={open.map(({ safetyId }) => safetyId)} onClose={() => setAsking(false)} />
      ) : null}
    </Banner>
  );
}

interface TalkDialogProps {
  readonly act: CourseAct;
  readonly safetyIds: readonly string[];
  readonly onClose: () => void;
}

function TalkDialog({ act, safetyIds, onClose }: TalkDialogProps): ReactElement {
  const { t } = useTranslation();
  const signedIn = useStatus()?.signedIn ?? null;
  const [talk, setTalk] = useState<Talk>({ who: signedIn?.name ?? '', decision: null, words: '' });
  const command = talkCommand(talk);
  const save = async (): Promise<void> => {
    if (command !== null && (await act.run({ ...command, type: 'speakBetween', safetyIds: [...safetyIds] }))) onClose();
  };
  return (
    <Dialog
      title={t('questionnaires.talk.title')}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button tone="primary" disabled={command === null || act.busy} onClick={() => void save()}>
            {t('questionnaires.talk.act')}
          </Button>
        </>
      }
    >
      <TalkFields talk={talk} onChange={setTalk} hint={t('course.speakHint')} />
      <ActFailure failure={act.failure} />
    </Dialog>
  );
}
