import { useEffect, useEffectEvent, useState, type ReactElement, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Session } from '../../../../shared/session/state.ts';
import { measures, type Measure } from '../../../../shared/vitals/measures.ts';
import { useRoom } from '../../../client/room-context.ts';
import { ActProblem } from '../act.tsx';
import { EntrantNames, EntrantPress } from '../someone-else.tsx';
import { useLocked, useView } from '../view.ts';
import type { ReadingEntry } from './entry-state.ts';
import { ReadingEcho } from './reading-echo.tsx';
import { ReadingFields } from './reading-fields.tsx';
import { TakenAt } from './taken-at.tsx';
import { useReadingForm, type CommandOf } from './use-reading-form.ts';
import { doubtWords, readingWords } from './words.ts';

export interface ReadingFormProps {
  readonly session: Session;
  readonly start: ReadingEntry;
  /** The reading that is being amended, null for a new one. */
  readonly exceptId: string | null;
  readonly autoFocus: boolean;
  readonly commandOf: CommandOf;
  readonly onTakenAt: (takenAt: number | null) => void;
  /** Called with the reading in words once it is on disk. */
  readonly onSaved: (words: string) => void;
  readonly extra: ReactNode;
}

/** Fields, then the echo, then the disk: the same steps for a new reading, the baseline and an amendment. */
export function ReadingForm(props: ReadingFormProps): ReactElement {
  const { session, start, exceptId, autoFocus, commandOf, onTakenAt, onSaved, extra } = props;
  const { t } = useTranslation();
  const { clock } = useRoom();
  const { protocol } = useView();
  const locked = useLocked();
  const form = useReadingForm(session, start, exceptId, commandOf, (parts) => onSaved(readingWords(t, parts)));
  const { entry, dispatch, meant } = form;
  const [resumeAt, setResumeAt] = useState<Measure | null>(null);
  const tell = useEffectEvent(onTakenAt);
  useEffect(() => tell(entry.takenAt), [entry.takenAt]);
  const moment = () => ({ nowMs: clock.now().wallMs, rate: clock.rate() });
  return (
    <>
      {form.parts === null ? (
        <ReadingFields
          entry={entry}
          dispatch={dispatch}
          scale={protocol.readingRules.sedation}
          meant={meant}
          autoFocus={autoFocus}
          resumeAt={resumeAt}
          extra={extra}
        />
      ) : (
        <ReadingEcho
          key={measures.map((field) => entry.texts[field]).join()}
          parts={form.parts}
          unlikely={form.doubts.map((doubt) => doubtWords(t, doubt, locked))}
          meant={meant}
          unsaved={form.unsaved}
          busy={form.busy}
          entrant={form.unsaved ? null : <EntrantPress entrant={form.entrant} />}
          ready={!form.entrant.isOpen || form.entrant.isReady}
          takenAt={
            <TakenAt
              takenAt={form.takenAt}
              firstAt={entry.firstAt ?? form.takenAt}
              nowMs={form.nowMs}
              disabled={form.busy || form.unsaved}
              onTakenAt={(atMs) => dispatch({ type: 'takenAt', atMs })}
            />
          }
          onSave={() => void form.save()}
          onBack={() => {
            setResumeAt(null);
            dispatch({ type: 'back' });
          }}
          onTake={({ typed }) => dispatch({ type: 'take', texts: typed, ...moment() })}
          onDigit={(digit) => {
            const open = measures.find((field) => entry.texts[field] === '');
            if (open === undefined) return;
            setResumeAt(open);
            dispatch({ type: 'text', field: open, text: digit, ...moment() });
          }}
        />
      )}
      {form.parts !== null && form.entrant.isOpen ? (
        <EntrantNames entrant={form.entrant} onEnter={() => void form.save()} />
      ) : null}
      <ActProblem act={{ failure: form.failure, clear: form.clearFailure }} />
    </>
  );
}
