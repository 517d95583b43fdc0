import { useState } from 'react';
import type { Failure } from '../../../shared/ipc/answer.ts';
import type { FollowUpBody } from '../../../shared/people/follow-up-events.ts';
import { useClient } from '../../client/room-context.ts';

/** One form's way to a course's record; the form stays, filled in, where it was not taken. */
export function useFollowUp(courseId: string, onDone: () => void) {
  const client = useClient();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const write = async (body: FollowUpBody): Promise<void> => {
    setBusy(true);
    const answer = await client.request('course.followUp', { courseId, body });
    setBusy(false);
    setFailure(answer.ok ? null : answer);
    if (answer.ok) onDone();
  };
  return { busy, failure, write };
}
