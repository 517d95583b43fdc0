import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { nextDecisions, type NextDecision } from '../../../shared/session/sign-bodies.ts';
import { Field, TextArea } from '../../ui/field.tsx';
import { Segmented } from '../../ui/segmented.tsx';

export interface NextNoteFieldsProps {
  readonly next: NextDecision | 'none' | null;
  readonly words: string;
  readonly onNext: (next: NextDecision | 'none') => void;
  readonly onWords: (words: string) => void;
}

/** Whether the next infusion goes on, changes or waits, and why: it is read before that infusion starts. */
export function NextNoteFields({ next, words, onNext, onWords }: NextNoteFieldsProps): ReactElement {
  const { t } = useTranslation();
  return (
    <>
      <Segmented
        label={t('signing.nextTitle')}
        wrap
        options={[
          ...nextDecisions.map((value) => ({ value, label: t(`signing.next.${value}`) })),
          { value: 'none' as const, label: t('signing.nextNone') },
        ]}
        value={next}
        onChange={onNext}
      />
      {next === null || next === 'none' ? null : (
        <Field label={t('signing.nextWords')} hint={t(`signing.nextWordsHint.${next}`)}>
          {(control) => (
            <TextArea
              {...control}
              rows={2}
              maxLength={2000}
              value={words}
              onChange={(event) => onWords(event.target.value)}
            />
          )}
        </Field>
      )}
    </>
  );
}
