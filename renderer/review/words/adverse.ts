import { joined, type SentenceContext, type Sentences } from './context.ts';

function whatOf(adverseId: string, { session }: SentenceContext): string {
  return session.adverse.find((one) => one.adverseId === adverseId)?.what ?? adverseId;
}

/** Sentences of adverse events. */
export const adverseSentences: Sentences<
  'adverseEventNoted' | 'adverseOutcomeNoted' | 'adverseEventTold' | 'adverseEventWithdrawn'
> = {
  adverseEventNoted: ({ severity, what }, { t }) =>
    t('sentence.adverseEventNoted', { severity: t(`adverse.severity.${severity}`), what }),
  adverseOutcomeNoted: ({ adverseId, outcome, note }, context) =>
    joined(
      context.t('sentence.adverseOutcomeNoted', {
        what: whatOf(adverseId, context),
        outcome: context.t(`adverse.outcome.${outcome}`),
      }),
      note,
    ),
  adverseEventTold: ({ adverseId, who }, context) =>
    context.t('sentence.adverseEventTold', { what: whatOf(adverseId, context), who }),
  adverseEventWithdrawn: ({ adverseId, reason }, context) =>
    context.t('sentence.adverseEventWithdrawn', { what: whatOf(adverseId, context), reason }),
};
