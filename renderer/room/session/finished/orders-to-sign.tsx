import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { unsignedOrders, type CallState } from '../../../../shared/session/call-state.ts';
import { unsignedDecisions, type TelephoneDecision } from '../../../../shared/session/telephone-state.ts';
import { Banner } from '../../../ui/banner.tsx';
import { Button } from '../../../ui/button.tsx';
import { CommandDialog } from '../command-dialog.tsx';
import { timeOfDay } from '../format.ts';
import { isComplete, StaffPin, unsigned } from '../staff-pin.tsx';
import { useView } from '../view.ts';
import { SignTelephoneOrder } from './sign-telephone-order.tsx';

/** What was decided or ordered by telephone: each waits for its doctor's own signature. */
export function OrdersToSign(): ReactElement {
  const { session } = useView();
  return (
    <>
      {unsignedDecisions(session).map((decision) => (
        <DecisionToSign key={decision.seq} decision={decision} />
      ))}
      {unsignedOrders(session).map((call) => (
        <OrderToSign key={call.callId} call={call} />
      ))}
    </>
  );
}

function DecisionToSign({ decision }: { readonly decision: TelephoneDecision }): ReactElement {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const { what, prescriber, at, reason } = decision;
  const words = what === 'override' ? t('session.override.title') : t(`attention.gate.decisions.${what}`);
  return (
    <Banner tone="amber" actions={<Button onClick={() => setOpen(true)}>{t('session.override.sign')}</Button>}>
      {t('session.override.unsigned', { prescriber, time: timeOfDay(at), what: words, reason })}
      {open ? <SignTelephoneOrder decision={decision} onClose={() => setOpen(false)} /> : null}
    </Banner>
  );
}

function OrderToSign({ call: { callId, answer } }: { readonly call: CallState }): ReactElement | null {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const [signed, setSigned] = useState(() => ({ ...unsigned, staffId: answer?.who.staffId ?? '' }));
  if (answer === null || answer.order === null) return null;
  return (
    <Banner tone="amber" actions={<Button onClick={() => setOpen(true)}>{t('session.override.sign')}</Button>}>
      {t('events.call.unsigned', { name: answer.who.name, time: timeOfDay(answer.at), text: answer.order.text })}
      {open ? (
        <CommandDialog
          title={t('session.override.signTitle')}
          act={t('session.override.signAct')}
          command={isComplete(signed) ? { type: 'signCallOrder', callId, ...signed } : null}
          place="middle"
          onClose={() => setOpen(false)}
        >
          <p>{answer.order.text}</p>
          <StaffPin
            label={t('session.override.prescriber')}
            value={signed}
            onChange={setSigned}
            exceptId={null}
            roles={['clinician']}
          />
        </CommandDialog>
      ) : null}
    </Banner>
  );
}
