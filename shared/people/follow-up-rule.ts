import * as z from 'zod/mini';

/** Version of the bodies written today. */
export const FOLLOW_UP_BODY_VERSION = 1;
/** The one stream of what the clinic does after an infusion, and within how long. */
export const FOLLOW_UP_STREAM = 'followUp';

const days = (most: number) => z.int().check(z.gte(1), z.lte(most));

/** The clinic's own rule; nothing here is advice. Null or empty: the clinic does not do this, or does not keep it here. */
export const followUpRuleSchema = z.object({
  /** Whether the patient is called the day after. */
  call: z.boolean(),
  /** Within how many days after each infusion an integration visit is held. */
  integrationDays: z.nullable(days(60)),
  /** Weeks after the first infusion of a course at which outcome scores are asked for. */
  scoreWeeks: z.array(days(52)).check(z.maxLength(12)),
  /** Days from one infusion to the next. */
  nextDays: z.nullable(days(365)),
  /** Days within which a copy that a patient asked for is handed over. */
  copyDays: days(90),
  /** Days after a session within which it is signed; later ones count as late. */
  signDays: days(90),
});
export type FollowUpRule = z.infer<typeof followUpRuleSchema>;

/**
 * What holds until the owner says otherwise. The call: the PADSS asks by telephone at 24 hours; the visit: 24 to 72 hours is the window in which
 * clinics schedule integration (curogram.com); the copy: 30 days as 45 CFR 164.524(b)(2)(i) has it, a month in Art. 12(3) GDPR. An
 * infusion a week and three days for a signature are plain beginnings, from no source; scores are asked for where the clinic names weeks.
 */
export const defaultFollowUpRule: FollowUpRule = {
  call: true,
  integrationDays: 3,
  scoreWeeks: [],
  nextDays: 7,
  copyDays: 30,
  signDays: 3,
};

/** Body of the stream `followUp`: the whole rule each time. */
export const followUpRuleBodySchema = z.object({ type: z.literal('ruleSet'), rule: followUpRuleSchema });
export type FollowUpRuleBody = z.infer<typeof followUpRuleBodySchema>;

/** The rule as the last entry that can be read has it. */
export function followUpRuleOf(bodies: readonly unknown[]): FollowUpRule {
  return bodies.reduce<FollowUpRule>((rule, body) => {
    const read = followUpRuleBodySchema.safeParse(body);
    return read.success ? read.data.rule : rule;
  }, defaultFollowUpRule);
}
