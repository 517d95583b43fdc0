import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { adverseSeverities, type AdverseSeverity } from '../../../../shared/session/adverse-bodies.ts';
import { lifeMs } from '../../../../shared/session/life.ts';
import type { MarkState } from '../../../../shared/session/care-state.ts';
import { Field, TextArea } from '../../../ui/field.tsx';
import { Segmented } from '../../../ui/segmented.tsx';
import { AgoChoice } from '../ago-choice.tsx';
import { CommandDialog } from '../command-dialog.tsx';
import { SomeoneElse, useSignedAct } from '../someone-else.tsx';
import { useViewNow } from '../view.ts';

export interface AdverseDialogProps {
  /** The event that it is made of; null: in own words alone. */
  readonly mark: MarkState | null;
  readonly onClose: () => void;
}

/** The longest "minutes ago" that an entry can carry, ms. */
const LONGEST_AGO_MS = 30 * 60_000;

/** An adverse event, as the nurse judges it. What became of it and who was told may follow later. */
export function AdverseDialog({ mark, onClose }: AdverseDialogProps): ReactElement {
  const { t } = useTranslation();
  const { session, now } = useViewNow();
  const by = useSignedAct();
  const [adverseId] = useState(() => crypto.randomUUID());
  const [severity, setSeverity] = useState<AdverseSeverity | null>(null);
  const [what, setWhat] = useState(mark === null ? '' : t(`events.kind.${mark.kind}`));
  const [ago, setAgo] = useState(0);
  const text = what.trim();
  // Of an event that is noted already it has that moment.
  const agoMs =
    mark === null
      ? ago * 60_000
      : Math.min(LONGEST_AGO_MS, Math.max(0, Math.round(lifeMs(session, now) - mark.lifeMs)));
  const markId = mark?.markId ?? null;
  const complete = severity !== null && text !== '';
  return (
    <CommandDialog
      title={t('adverse.title')}
      act={t('adverse.act')}
      command={complete ? { type: 'noteAdverseEvent', adverseId, severity, what: text, markId, agoMs } : null}
      by={by}
      wide
      onClose={onClose}
    >
      <Segmented
        label={t('adverse.severityLabel')}
        options={adverseSeverities.map((value) => ({ value, label: t(`adverse.severity.${value}`) }))}
        value={severity}
        onChange={setSeverity}
      />
      <Field label={t('adverse.what')}>
        {(control) => (
          <TextArea
            {...control}
            rows={2}
            maxLength={2000}
            value={what}
            onChange={(event) => setWhat(event.target.value)}
          />
        )}
      </Field>
      {mark === null ? <AgoChoice label={t('session.ago.when')} value={ago} onChange={setAgo} /> : null}
      <SomeoneElse entrant={by.entrant} />
    </CommandDialog>
  );
}
