import { setImmediate as turn } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { failure, success, type Answer } from '../../../shared/ipc/answer.ts';
import type { OpenOptions } from '../client-types.ts';
import { failureOf } from '../failures.ts';
import { openForReading, type Reading } from '../reading.ts';
import { answerReview } from '../review/review-queries.ts';
import { courseOf } from './course.ts';
import { pageAt } from './page.ts';
import type { QueryAnswer, QueryMessage, QueryName } from './query-messages.ts';
import { rowSets } from './row-sets.ts';
import { search } from './search.ts';
import { usedProtocols } from './used-protocols.ts';

/**
 * Searches the lists on a connection of its own, so that the worker that writes is never held up by a search. A newer query
 * ends an older one, which nobody looks at any more.
 */
/** Questions of which a newer one ends the older. */
const typed: ReadonlySet<QueryName> = new Set<QueryName>(['search']);

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
  /** The newest question of each kind: where somebody types, only the last one is still wanted. */
  const newest = new Map<QueryName, number>();
  let ending = false;
  let running: Promise<void> = Promise.resolve();
  const run = async (message: NonNullable<QueryMessage>): Promise<void> => {
    const { id, name } = message;
    const wanted = async (): Promise<boolean> => {
      await turn();
      return !ending && (!typed.has(name) || id === newest.get(name));
    };
    const answer = (await wanted()) ? await answerTo(message, wanted) : failure('refused', 'search.superseded');
    tell({ id, answer });
  };
  const answerTo = async (
    message: NonNullable<QueryMessage>,
    goOn: () => Promise<boolean>,
  ): Promise<Answer<unknown>> => {
    try {
      switch (message.name) {
        case 'search': {
          const found = await search(reader, message.args, goOn);
          return found === null ? failure('refused', 'search.superseded') : success(found);
        }
        case 'page':
          return success(pageAt(reader, sets, message.args));
        case 'protocols':
          return success(usedProtocols(reader));
        case 'course':
          return success(courseOf(reader, message.args));
        case 'review':
          return success(answerReview(reader, message.args));
      }
    } catch (error) {
      return failureOf(error, false);
    }
  };
  port?.on('message', (message: QueryMessage) => {
    if (message === null) {
      ending = true;
      void running.then(() => {
        reader.close();
        port.close();
      });
      return;
    }
    newest.set(message.name, message.id);
    running = running.then(() => run(message));
  });
}
