import { success, type Answer } from '../../../shared/ipc/answer.ts';
import { FOLLOW_UP_STREAM, followUpRuleOf, type FollowUpRule } from '../../../shared/people/follow-up-rule.ts';
import type { RecordClient } from '../client.ts';

/** The clinic's rule of what follows an infusion, as it stands. */
export async function readFollowUpRule(record: Pick<RecordClient, 'allOf'>): Promise<Answer<FollowUpRule>> {
  const events = await record.allOf(FOLLOW_UP_STREAM);
  return events.ok ? success(followUpRuleOf(events.data.map(({ body }) => body))) : events;
}
