import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useRequest } from '../client/use-request.ts';
import { failureText } from '../i18n/failure.ts';
import { dayOf } from '../i18n/format.ts';
import type { SentenceContext } from './sentences.ts';
import { timeIn } from './words/context.ts';

/** Who had this record open for a while, and when; nobody's reading is a signature. */
export function ReadBy({ context }: { readonly context: SentenceContext }): ReactElement {
  const { t } = useTranslation();
  const { session, nameOf } = context;
  const { data, failure } = useRequest('session.reads', { sessionId: session.sessionId });
  const reads = data?.reads ?? null;
  const words = (reads ?? []).map(({ staffId, at }) =>
    t('signing.readAt', { name: nameOf(staffId), day: dayOf(at, session.created.timeZone), time: timeIn(context, at) }),
  );
  if (failure !== null) return <p>{failureText(failure).say}</p>;
  if (reads === null) return <p>{t('common.loading')}</p>;
  return <p>{words.length === 0 ? t('signing.readNone') : t('signing.readBy', { who: words.join('; ') })}</p>;
}
