import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { gateDecisions } from '../../../../shared/session/gate-bodies.ts';
import { Segmented } from '../../../ui/segmented.tsx';
import { CommandDialog } from '../command-dialog.tsx';
import { PrescriberSays, useSaid } from './prescriber-says.tsx';

/** The prescriber's own decision on a baseline over the limit: start, wait, or not today. It is recorded, whatever it is. */
export function GateDialog({ onClose }: { readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const { said, change, complete } = useSaid();
  const [decision, setDecision] = useState<(typeof gateDecisions)[number] | null>(null);
  return (
    <CommandDialog
      title={t('attention.gate.title')}
      act={t('attention.gate.act')}
      command={complete === null || decision === null ? null : { type: 'decideGate', decision, ...complete }}
      place="middle"
      wide
      onClose={onClose}
    >
      <Segmented
        label={t('attention.gate.decision')}
        options={gateDecisions.map((value) => ({ value, label: t(`attention.gate.decisions.${value}`) }))}
        value={decision}
        onChange={setDecision}
      />
      <PrescriberSays said={said} change={change} />
    </CommandDialog>
  );
}
