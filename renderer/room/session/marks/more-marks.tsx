import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { can } from '../../../../shared/session/can.ts';
import { Button } from '../../../ui/button.tsx';
import { OrdersToSign } from '../finished/orders-to-sign.tsx';
import { SessionDialog } from '../session-dialog.tsx';
import { Field, TextInput } from '../../../ui/field.tsx';
import { ActProblem } from '../act.tsx';
import { AgoChoice } from '../ago-choice.tsx';
import { SomeoneElse, useSignedAct } from '../someone-else.tsx';
import { useLocked, useView } from '../view.ts';
import { AdverseDialog } from './adverse-dialog.tsx';
import { AdverseList } from './adverse-list.tsx';
import { everyday } from './everyday.ts';
import { EventList } from './event-list.tsx';
import styles from './marks.module.css';

const more = ['pain', 'cough', 'lineProblem', 'other'] as const;

/** The rarer events, some minutes ago too, a note, and what has been marked so far. */
export function MoreMarks({
  onClose,
  onWishes,
}: {
  readonly onClose: () => void;
  /** To what the patient wishes, all of it. */
  readonly onWishes: () => void;
}): ReactElement {
  const { t } = useTranslation();
  const { session } = useView();
  const locked = useLocked();
  const act = useSignedAct();
  const [ago, setAgo] = useState(0);
  const [note, setNote] = useState('');
  const [adverse, setAdverse] = useState(false);
  const { isOpen, isReady } = act.entrant;
  const waits = act.busy || (isOpen && !isReady);
  // What is one press elsewhere is entered for somebody else here.
  const kinds = isOpen ? [...everyday, ...more] : more;
  const words = note.trim() === '' ? null : note.trim();
  const mark = async (kind: (typeof kinds)[number]) => {
    const markId = crypto.randomUUID();
    if (await act.run({ type: 'mark', markId, kind, note: words, agoMs: ago * 60_000 })) onClose();
  };
  const keepNote = async () => {
    if (words !== null && (await act.run({ type: 'note', text: words }))) onClose();
  };
  return (
    <SessionDialog
      title={t('events.moreTitle')}
      place="side"
      wide
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t('common.close')}</Button>
          {locked || !can(session).keepIntake ? null : <Button onClick={onWishes}>{t('intake.change.open')}</Button>}
          <Button disabled={words === null || waits} onClick={() => void keepNote()}>
            {t('events.keepNote')}
          </Button>
        </>
      }
    >
      <AgoChoice label={t('session.ago.when')} value={ago} onChange={setAgo} />
      <div className={styles.moreGrid}>
        {kinds.map((kind) => (
          <Button key={kind} disabled={!can(session).mark || waits} onClick={() => void mark(kind)}>
            {t(`events.kind.${kind}`)}
          </Button>
        ))}
        {locked ? null : <Button onClick={() => setAdverse(true)}>{t('adverse.open')}</Button>}
      </div>
      <Field label={t('events.note')}>
        {(control) => <TextInput {...control} value={note} onChange={(event) => setNote(event.target.value)} />}
      </Field>
      <SomeoneElse entrant={act.entrant} />
      <ActProblem act={act} />
      {adverse ? <AdverseDialog mark={null} onClose={() => setAdverse(false)} /> : null}
      {locked ? null : (
        <>
          <OrdersToSign />
          <AdverseList />
          <EventList />
        </>
      )}
    </SessionDialog>
  );
}
