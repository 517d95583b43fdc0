import { useCallback, useState } from 'react';
import type { Failure } from '../../../shared/ipc/answer.ts';
import type { CourseCommand } from '../../../shared/people/course-commands.ts';
import { useClient } from '../../client/room-context.ts';

/** What is written down between the sessions of one course. */
export interface CourseAct {
  readonly busy: boolean;
  readonly failure: Failure | null;
  /** True once it is on disk; the page has asked for it anew by then. */
  readonly run: (command: CourseCommand) => Promise<boolean>;
}

export function useCourseAct(courseId: string, practice: boolean, onKept: () => void): CourseAct {
  const client = useClient();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const run = useCallback(
    async (command: CourseCommand) => {
      setBusy(true);
      const answer = await client.request('course.keep', { courseId, practice, command });
      setBusy(false);
      setFailure(answer.ok ? null : answer);
      if (answer.ok) onKept();
      return answer.ok;
    },
    [client, courseId, practice, onKept],
  );
  return { busy, failure, run };
}
