import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { unsignedOrders, type CallState } from '../../../../shared/session/call-state.ts';
import { unsignedDecisions, type TelephoneDecision } from '../../../../shared/session/telephone-state.ts';
import { Banner } from '../../../ui/banner.tsx';
import { Button } from '../../../ui/button.tsx';
import { timeOfDay } from '../format.ts';
import { useView } from '../view.ts';
import { SignOrder } from './sign-order.tsx';

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
  const { seq, what, prescriber, staffId, at, reason } = decision;
  const words = what === 'override' ? t('session.override.title') : t(`attention.gate.decisions.${what}`);
  return (
    <Banner tone="amber" actions={<Button onClick={() => setOpen(true)}>{t('session.override.sign')}</Button>}>
      {t('session.override.unsigned', { prescriber, time: timeOfDay(at), what: words, reason })}
      {open ? (
        <SignOrder
          words={`${words}. ${reason}`}
          who={{ staffId, name: prescriber }}
          sign={(signed) => ({ type: 'signTelephoneOrder', decisionSeq: seq, ...signed })}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </Banner>
  );
}

function OrderToSign({ call: { callId, answer } }: { readonly call: CallState }): ReactElement | null {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  if (answer === null || answer.order === null) return null;
  return (
    <Banner tone="amber" actions={<Button onClick={() => setOpen(true)}>{t('session.override.sign')}</Button>}>
      {t('events.call.unsigned', { name: answer.who.name, time: timeOfDay(answer.at), text: answer.order.text })}
      {open ? (
        <SignOrder
          words={answer.order.text}
          who={answer.who}
          sign={(signed) => ({ type: 'signCallOrder', callId, ...signed })}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </Banner>
  );
}
