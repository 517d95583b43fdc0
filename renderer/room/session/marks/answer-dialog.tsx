import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { SessionCommand } from '../../../../shared/session/command.ts';
import { Field, TextInput } from '../../../ui/field.tsx';
import { Segmented } from '../../../ui/segmented.tsx';
import { AgoChoice } from '../ago-choice.tsx';
import { CommandDialog } from '../command-dialog.tsx';
import { SomeoneElse, useSignedAct } from '../someone-else.tsx';
import { useStaff } from '../staff.ts';
import styles from './marks.module.css';

const ELSE = 'else';

/** The doctor answered: who, when, what was said, and an order that was read back; it waits for their signature. */
export function AnswerDialog({
  callId,
  onClose,
}: {
  readonly callId: string;
  readonly onClose: () => void;
}): ReactElement {
  const { t } = useTranslation();
  const doctors = useStaff().filter(({ active, role }) => active && role === 'clinician');
  const by = useSignedAct();
  const [chosen, setChosen] = useState<string | null>(doctors.length === 0 ? ELSE : null);
  const [name, setName] = useState('');
  const [ago, setAgo] = useState(0);
  const [said, setSaid] = useState('');
  const [ordered, setOrdered] = useState('');
  const [readBack, setReadBack] = useState(false);
  const known = doctors.find(({ staffId }) => staffId === chosen);
  const who = known === undefined ? { staffId: null, name: name.trim() } : { staffId: known.staffId, name: known.name };
  const isOrder = ordered.trim() !== '';
  const complete = chosen !== null && who.name !== '' && (!isOrder || readBack);
  const command: SessionCommand | null = !complete
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
      <Segmented
        label={t('events.call.who')}
        wrap
        options={[
          ...doctors.map(({ staffId, name: label }) => ({ value: staffId, label })),
          { value: ELSE, label: t('events.call.else') },
        ]}
        value={chosen}
        onChange={setChosen}
      />
      {chosen === ELSE ? (
        <Field label={t('events.call.name')}>
          {(control) => (
            <TextInput {...control} value={name} maxLength={120} onChange={(event) => setName(event.target.value)} />
          )}
        </Field>
      ) : null}
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
        <label className={styles.readBack}>
          <input type="checkbox" checked={readBack} onChange={(event) => setReadBack(event.target.checked)} />
          {t('events.call.readBack')}
        </label>
      ) : null}
      <SomeoneElse entrant={by.entrant} />
    </CommandDialog>
  );
}
