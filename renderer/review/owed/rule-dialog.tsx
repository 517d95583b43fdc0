import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../shared/ipc/answer.ts';
import { followUpRuleSchema, type FollowUpRule } from '../../../shared/people/follow-up-rule.ts';
import { useClient } from '../../client/room-context.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field, TextInput } from '../../ui/field.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { ActFailure } from '../signing/act-failure.tsx';
import styles from '../waiting/waiting.module.css';

export interface RuleDialogProps {
  readonly rule: FollowUpRule;
  readonly onClose: () => void;
  readonly onSaved: () => void;
}

const fields = ['integrationDays', 'scoreWeeks', 'nextDays', 'copyDays', 'signDays'] as const;
type FieldName = (typeof fields)[number];

/** The clinic's own rule: what is done after an infusion, and within how long. An empty field: it is not done, or not kept here. */
export function RuleDialog({ rule, onClose, onSaved }: RuleDialogProps): ReactElement {
  const { t } = useTranslation();
  const client = useClient();
  const [call, setCall] = useState<'yes' | 'no'>(rule.call ? 'yes' : 'no');
  const [texts, setTexts] = useState(() => textsOf(rule));
  const [failure, setFailure] = useState<Failure | null>(null);
  const next = ruleOf(call === 'yes', texts);
  const save = async (): Promise<void> => {
    if (next === null) return;
    const answer = await client.request('followUp.setRule', { rule: next });
    if (answer.ok) onSaved();
    else setFailure(answer);
  };
  return (
    <Dialog
      title={t('owed.rule.title')}
      wide
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button tone="primary" disabled={next === null} onClick={() => void save()}>
            {t('owed.save')}
          </Button>
        </>
      }
    >
      <Segmented
        label={t('owed.rule.call')}
        options={(['yes', 'no'] as const).map((value) => ({ value, label: t(`owed.rule.calls.${value}`) }))}
        value={call}
        onChange={setCall}
      />
      <div className={styles.fields}>
        {fields.map((name) => (
          <Field key={name} label={t(`owed.rule.${name}`)} hint={t(`owed.rule.hint.${name}`)}>
            {(control) => (
              <TextInput
                {...control}
                inputMode="numeric"
                maxLength={60}
                value={texts[name]}
                onChange={(event) => setTexts({ ...texts, [name]: event.target.value })}
              />
            )}
          </Field>
        ))}
      </div>
      {next === null ? <p role="status">{t('owed.rule.unclear')}</p> : null}
      <ActFailure failure={failure} />
    </Dialog>
  );
}

function textsOf(rule: FollowUpRule): Readonly<Record<FieldName, string>> {
  const { integrationDays, scoreWeeks, nextDays, copyDays, signDays } = rule;
  return {
    integrationDays: integrationDays === null ? '' : String(integrationDays),
    scoreWeeks: scoreWeeks.join(', '),
    nextDays: nextDays === null ? '' : String(nextDays),
    copyDays: String(copyDays),
    signDays: String(signDays),
  };
}

/** Null where something of it is no rule. */
function ruleOf(call: boolean, texts: Readonly<Record<FieldName, string>>): FollowUpRule | null {
  const one = (name: FieldName): number | null => (texts[name].trim() === '' ? null : Number(texts[name]));
  const weeks = texts.scoreWeeks.split(/[\s,;]+/u).filter((part) => part !== '');
  const read = followUpRuleSchema.safeParse({
    call,
    ...{ integrationDays: one('integrationDays'), nextDays: one('nextDays') },
    ...{ copyDays: one('copyDays'), signDays: one('signDays') },
    scoreWeeks: [...new Set(weeks.map(Number))].toSorted((a, b) => a - b),
  });
  return read.success ? read.data : null;
}
