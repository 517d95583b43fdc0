import { useState, type FormEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { can } from '../../../../shared/session/can.ts';
import type { NextNoteBefore } from '../../../../shared/session/last-time.ts';
import { useRequest } from '../../../client/use-request.ts';
import { dayOf } from '../../../i18n/format.ts';
import { Banner } from '../../../ui/banner.tsx';
import { Button } from '../../../ui/button.tsx';
import { Field, TextInput } from '../../../ui/field.tsx';
import { ActProblem, useAct } from '../act.tsx';
import { staffName, useStaff } from '../staff.ts';
import { useView } from '../view.ts';
import styles from './last-time.module.css';

/** What whoever signed the last visit said for today. A hold, and an end of the course, ask what was decided; nothing is filled in for anybody. */
export function NextNoteLine({ note }: { readonly note: NextNoteBefore }): ReactElement {
  const { t } = useTranslation();
  const { session } = useView();
  const staff = useStaff();
  if (!note.signed) return <Banner tone="calm">{t('lastTime.note.unsigned')}</Banner>;
  const { decision, words, sessionId } = note;
  const who = t('lastTime.note.by', { name: staffName(staff, note.staffId), day: dayOf(note.at) });
  const decided = session.lastNote?.of === sessionId ? session.lastNote.decided : null;
  return (
    <Banner tone={asks(note) && decided === null ? 'amber' : 'calm'}>
      <strong>{t(`lastTime.note.${decision}`, { who })}</strong>
      {words === null ? null : <p>“{words}”</p>}
      {decided === null ? null : <p>{t('lastTime.note.decided', { decided })}</p>}
      {asks(note) && decided === null && can(session).answerLastNote ? <Decision of={sessionId} /> : null}
    </Banner>
  );
}

/** At every later step: a hold that nobody has decided about yet stays in sight until the start. */
export function OpenNextNote(): ReactElement | null {
  const { session } = useView();
  const note = useRequest('session.lastTime', { sessionId: session.sessionId }).data?.note ?? null;
  if (note === null || !note.signed || !asks(note) || session.lastNote?.of === note.sessionId) return null;
  return <NextNoteLine note={note} />;
}

function asks({ decision }: Extract<NextNoteBefore, { signed: true }>): boolean {
  return decision === 'hold' || decision === 'none';
}

function Decision({ of }: { readonly of: string }): ReactElement {
  const { t } = useTranslation();
  const act = useAct();
  const [decided, setDecided] = useState('');
  const isEmpty = decided.trim() === '';
  const keep = (event: FormEvent): void => {
    event.preventDefault();
    if (!isEmpty) void act.run({ type: 'answerLastNote', of, decided });
  };
  return (
    <form className={styles.decision} onSubmit={keep}>
      <Field label={t('lastTime.note.ask')} hint={t('lastTime.note.askHint')}>
        {(control) => (
          <TextInput
            {...control}
            maxLength={2000}
            value={decided}
            onChange={(event) => setDecided(event.target.value)}
          />
        )}
      </Field>
      <Button type="submit" disabled={isEmpty || act.busy}>
        {t('lastTime.note.keep')}
      </Button>
      <ActProblem act={act} />
    </form>
  );
}
