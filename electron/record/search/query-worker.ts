import { setImmediate as turn } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { failure, success, type Answer } from '../../../shared/ipc/answer.ts';
import type { OpenOptions } from '../client-types.ts';
import { failureOf } from '../failures.ts';
import { openForReading, type Reading } from '../reading.ts';
import { answerReview } from '../review/review-queries.ts';
import { courseOf, lastSessionsOf } from './course.ts';
import { infusionsOf } from './infusions.ts';
import { onlyPatientOf } from './only-patient.ts';
import { pageAt } from './page.ts';
import type { QueryAnswer, QueryMessage } from './query-messages.ts';
import { queryTurns, type Question } from './query-turns.ts';
import { rowSets } from './row-sets.ts';
import { search } from './search.ts';
import { usedProtocols } from './used-protocols.ts';

// Searches the lists on a connection of its own, so that the worker that writes is never held up by a search.
const port = parentPort;
if (port === null) throw new Error('Queries run in a worker only');
const tell = (message: QueryAnswer): void => port.postMessage(message);

// Given by main when it starts this worker, on the same machine and from the same build.
const reading = openForReading(workerData as OpenOptions);
tell({ id: 0, answer: 'ok' in reading ? reading : success(null) });
if ('ok' in reading) port.close();
else serve(reading);

function serve(reading: Reading): void {
  const { reader } = reading;
  const sets = rowSets(reader);
  const told = infusionsOf(reader);
  /** Whose course is likely to be asked for next. */
  let next: string | null = null;
  /**
   * Whoever opens a session, or looks for a patient until only that one is left, often looks at the patient's course next: it
   * is folded while nobody asks for anything else.
   */
  const readAhead = async (disturbed: () => boolean): Promise<void> => {
    const likely = next;
    next = null;
    if (likely === null) return;
    try {
      for (const sessionId of lastSessionsOf(reader, likely)) {
        await turn();
        if (disturbed()) return;
        told(sessionId);
      }
    } catch {
      // Nobody asked: whoever does is told what is wrong.
    }
  };
  const answer = async (message: Question, goOn: () => Promise<boolean>): Promise<Answer<unknown>> => {
    try {
      switch (message.name) {
        case 'search': {
          const found = await search(reader, message.args, goOn);
          return found === null ? failure('refused', 'search.superseded') : success(found);
        }
        case 'page': {
          const page = pageAt(reader, sets, message.args);
          next = onlyPatientOf(page.sessions);
          return success(page);
        }
        case 'protocols':
          return success(usedProtocols(reader));
        case 'course':
          return success(courseOf(reader, message.args, told));
        case 'earlier':
          next = message.args.patientId;
          return success(message.args.sessionIds.map((sessionId) => told(sessionId).earlier));
        case 'review':
          return success(answerReview(reader, message.args));
      }
    } catch (error) {
      return failureOf(error, false);
    }
  };
  const turns = queryTurns({ answer, tell: ({ id }, said) => tell({ id, answer: said }), afterwards: readAhead });
  port?.on('message', (message: QueryMessage) => {
    if (message !== null) {
      turns.take(message);
      return;
    }
    void turns.end().then(() => {
      reader.close();
      port.close();
    });
  });
}
