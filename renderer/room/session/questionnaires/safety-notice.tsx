import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { openSafetyAnswers } from '../../../../shared/questionnaires/sheets.ts';
import { wordings } from '../../../../shared/scales/wording.ts';
import { useStatus } from '../../../client/session-store.ts';
import { dayOf, timeOfDay } from '../../../i18n/format.ts';
import { TalkFields, talkCommand, type Talk } from '../../../questionnaires/talk-fields.tsx';
import { Banner } from '../../../ui/banner.tsx';
import { Button } from '../../../ui/button.tsx';
import { CommandDialog } from '../command-dialog.tsx';
import { useLocked, useView } from '../view.ts';

/** An answer that somebody has to speak about with the patient: seen here, never heard, and never on the patient's screen. */
export function SafetyNotice(): ReactElement | null {
  const { t } = useTranslation();
  const { session } = useView();
  const locked = useLocked();
  const [open, setOpen] = useState(false);
  const [said] = openSafetyAnswers([session]);
  if (said === undefined) return null;
  // A locked screen stands open to the room: it asks for somebody and says no more.
  if (locked)
    return (
      <Banner tone="amber">
        <strong>{t('questionnaires.speak')}</strong> {t('questionnaires.speakLocked')}
      </Banner>
    );
  const { timeZone } = session.created;
  const answer = wordings.phq9.answers[said.answer] ?? said.answer;
  const words = { answer, day: dayOf(said.at, timeZone), time: timeOfDay(said.at, timeZone) };
  const last = said.talks.at(-1);
  return (
    <Banner
      tone="amber"
      actions={
        <Button tone="primary" onClick={() => setOpen(true)}>
          {t('questionnaires.talk.open')}
        </Button>
      }
    >
      <strong>{t('questionnaires.speak')}</strong> {t('questionnaires.said', words)}{' '}
      {last === undefined
        ? null
        : t('questionnaires.talked', {
            who: last.who,
            time: timeOfDay(last.at, timeZone),
            decision: t(`questionnaires.decision.${last.decision}`),
          })}
      {open ? <TalkDialog onClose={() => setOpen(false)} /> : null}
    </Banner>
  );
}

function TalkDialog({ onClose }: { readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const signedIn = useStatus()?.signedIn ?? null;
  const [talk, setTalk] = useState<Talk>({ who: signedIn?.name ?? '', decision: null, words: '' });
  return (
    <CommandDialog
      title={t('questionnaires.talk.title')}
      act={t('questionnaires.talk.act')}
      command={talkCommand(talk)}
      place="middle"
      onClose={onClose}
    >
      <TalkFields talk={talk} onChange={setTalk} hint={t('questionnaires.talk.wordsHint')} />
    </CommandDialog>
  );
}
