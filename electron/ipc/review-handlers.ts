import { failure, success, type Answer } from '../../shared/ipc/answer.ts';
import { mayKeep } from '../../shared/people/course-commands.ts';
import type { Staff } from '../../shared/people/people.ts';
import { sessionStream } from '../../shared/session/event.ts';
import type { OpenDesk } from '../desk.ts';
import type { SettingsStore } from '../settings.ts';
import { carrySafety } from '../questionnaires/carry-safety.ts';
import { createReadNotes } from './read-notes.ts';
import { followUpHandlers } from './follow-up-handlers.ts';
import { reviewListHandlers } from './review-list-handlers.ts';
import type { Handlers } from './server.ts';

type ReviewRequests =
  | 'course.infusions'
  | 'course.followUp'
  | 'course.followUps'
  | 'course.keep'
  | 'followUp.setRule'
  | 'session.checked'
  | 'session.read'
  | 'session.reads'
  | 'review.filters'
  | 'review.keepFilters'
  | 'review.owed'
  | 'review.waiting';

/** What the review asks beside the session itself; for somebody signed in. */
export function reviewHandlers(
  desk: () => Answer<OpenDesk>,
  settings: Pick<SettingsStore, 'savedFilters' | 'setSavedFilters'>,
): Pick<Handlers, ReviewRequests> {
  const signed = async <T>(work: (at: OpenDesk, by: Staff) => Answer<T> | Promise<Answer<T>>): Promise<Answer<T>> => {
    const found = desk();
    if (!found.ok) return found;
    const by = found.data.signedIn();
    return by === null ? failure('refused', 'access.signInNeeded') : work(found.data, by);
  };
  const noteRead = createReadNotes();
  return {
    ...reviewListHandlers(signed),
    ...followUpHandlers(signed),
    'session.read': ({ sessionId }) =>
      signed(async ({ room, records, clock }, { staffId }) => {
        const runner = await room.runner(sessionId);
        if (!runner.ok) return runner;
        const { practice } = runner.data.ahead.created;
        return noteRead(records.clinic, { sessionId, practice, staffId }, clock.now());
      }),
    'session.checked': ({ sessionId }) =>
      signed(async ({ room }) => {
        const runner = await room.runner(sessionId);
        if (!runner.ok) return runner;
        return room.recordOf(runner.data.ahead.created.practice).checkStream(sessionStream(sessionId));
      }),
    'course.infusions': ({ patientId, practice }) => signed(({ room }) => room.recordOf(practice).courseOf(patientId)),
    'course.keep': (args) =>
      signed(async ({ between, room }, { staffId, role }) => {
        if (!mayKeep(args.command.type, role)) return failure('refused', 'access.notYourRole');
        const kept = await between.keep(args, { kind: 'staff', staffId });
        // What was answered here blocks a start that is being prepared at this moment as well.
        const { live } = room;
        if (kept.ok && live !== null) await carrySafety(live, room.recordOf(live.ahead.created.practice));
        return kept;
      }),
    'review.filters': () => signed((_at, { staffId }) => success({ filters: [...settings.savedFilters(staffId)] })),
    'review.keepFilters': ({ filters }) =>
      signed((_at, { staffId }) => {
        settings.setSavedFilters(staffId, filters);
        return success({});
      }),
  };
}
