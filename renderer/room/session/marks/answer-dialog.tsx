import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { SessionCommand } from '../../../../shared/session/command.ts';
import { Field, TextInput } from '../../../ui/field.tsx';
import { Tick } from '../../../ui/tick.tsx';
import { AgoChoice } from '../ago-choice.tsx';
import { CommandDialog } from '../command-dialog.tsx';
import { DoctorChoice, useDoctor } from '../doctor-choice.tsx';
import { SomeoneElse, useSignedAct } from '../someone-else.tsx';

/** The doctor answered: who, when, what was said, and an order that was read back; it waits for their signature. */
export function AnswerDialog({
  callId,
  onClose,
}: {
  readonly callId: string;
  readonly onClose: () => void;
}): ReactElement {
  const { t } = useTranslation();
  const doctor = useDoctor();
  const by = useSignedAct();
  const [ago, setAgo] = useState(0);
  const [said, setSaid] = useState('');
  const [ordered, setOrdered] = useState('');
  const [readBack, setReadBack] = useState(false);
  const { who } = doctor;
  const isOrder = ordered.trim() !== '';
  const isMissing = isOrder && !readBack;
  const command: SessionCommand | null =
    who === null || isMissing
      ? null
      : {
          ...{ type: 'answerCall', callId, who },
          said: said.trim() === '' ? null : said.trim(),
          order: isOrder ? { text: ordered.trim(), readBack: true } : null,
          agoMs: ago * 60_000,
        };
  return (
    <CommandDialog
      title={t('events.call.title')}
      act={t('events.call.act')}
      command={command}
      by={by}
      wide
      onClose={onClose}
    >
      <DoctorChoice label={t('events.call.who')} doctor={doctor} />
      <AgoChoice label={t('events.call.at')} value={ago} onChange={setAgo} />
      <Field label={t('events.call.said')}>
        {(control) => (
          <TextInput {...control} value={said} maxLength={2000} onChange={(event) => setSaid(event.target.value)} />
        )}
      </Field>
      <Field label={t('events.call.order')}>
        {(control) => (
          <TextInput
            {...control}
            value={ordered}
            maxLength={2000}
            onChange={(event) => setOrdered(event.target.value)}
          />
        )}
      </Field>
      {isOrder ? (
        <Tick checked={readBack} onChange={setReadBack}>
          {t('events.call.readBack')}
        </Tick>
      ) : null}
      <SomeoneElse entrant={by.entrant} />
    </CommandDialog>
  );
}
