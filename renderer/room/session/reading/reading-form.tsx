import { useEffect, useEffectEvent, type ReactElement, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { SessionCommand } from '../../../../shared/session/command.ts';
import type { Session } from '../../../../shared/session/state.ts';
import type { ReadingParts } from '../../../../shared/vitals/reading.ts';
import { ActProblem } from '../act.tsx';
import { ReadingEcho } from './reading-echo.tsx';
import type { ReadingEntry } from './reading-entry.ts';
import { ReadingFields } from './reading-fields.tsx';
import { useReadingForm } from './use-reading-form.ts';
import { doubtWords, readingWords } from './words.ts';

export interface ReadingFormProps {
  readonly session: Session;
  readonly start: ReadingEntry;
  /** The reading that is being amended, null for a new one. */
  readonly exceptId: string | null;
  readonly autoFocus: boolean;
  readonly commandOf: (parts: ReadingParts, takenAt: number, confirmed: readonly string[]) => SessionCommand;
  readonly onTakenAt: (takenAt: number | null) => void;
  /** Called with the reading in words once it is on disk. */
  readonly onSaved: (words: string) => void;
  readonly extra: ReactNode;
}

/** Fields, then the echo, then the disk: the same steps for a new reading, the baseline and an amendment. */
export function ReadingForm(props: ReadingFormProps): ReactElement {
  const { session, start, exceptId, autoFocus, commandOf, onTakenAt, onSaved, extra } = props;
  const { t } = useTranslation();
  const form = useReadingForm(session, start, exceptId, commandOf, (parts) => onSaved(readingWords(t, parts)));
  const tell = useEffectEvent(onTakenAt);
  useEffect(() => tell(form.entry.takenAt), [form.entry.takenAt]);
  return (
    <>
      {form.parts === null ? (
        <ReadingFields entry={form.entry} dispatch={form.dispatch} autoFocus={autoFocus} extra={extra} />
      ) : (
        <ReadingEcho
          parts={form.parts}
          takenAt={form.takenAt}
          unlikely={form.doubts.map((doubt) => doubtWords(t, doubt))}
          unsaved={form.unsaved}
          busy={form.busy}
          onSave={() => void form.save()}
          onBack={() => form.dispatch({ type: 'back' })}
        />
      )}
      <ActProblem act={{ failure: form.failure, clear: form.clearFailure }} />
    </>
  );
}
