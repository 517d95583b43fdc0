import { setImmediate as turn } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { failure, success, type Answer } from '../../../shared/ipc/answer.ts';
import type { OpenOptions } from '../client-types.ts';
import { failureOf } from '../failures.ts';
import { openForReading } from '../reading.ts';
import type { Sqlite } from '../sqlite.ts';
import type { QueryAnswer, QueryMessage } from './query-messages.ts';
import { search } from './search.ts';
import type { Found, SearchQuery } from './search-types.ts';

/**
 * Searches the lists on a connection of its own, so that the worker that writes is never held up by a search. A newer query
 * ends an older one, which nobody looks at any more.
 */
const port = parentPort;
if (port === null) throw new Error('Queries run in a worker only');
const tell = (message: QueryAnswer): void => port.postMessage(message);

// Given by main when it starts this worker, on the same machine and from the same build.
const reading = openForReading(workerData as OpenOptions);
tell({ id: 0, answer: 'ok' in reading ? reading : success(null) });
if ('ok' in reading) port.close();
else serve(reading.reader);

function serve(reader: Sqlite): void {
  let newest = 0;
  let ending = false;
  let running: Promise<void> = Promise.resolve();
  const run = async (id: number, query: SearchQuery): Promise<void> => {
    const wanted = async (): Promise<boolean> => {
      await turn();
      return id === newest && !ending;
    };
    tell({
      id,
      answer: (await wanted()) ? await found(reader, query, wanted) : failure('refused', 'search.superseded'),
    });
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
    newest = message.id;
    running = running.then(() => run(message.id, message.query));
  });
}

async function found(reader: Sqlite, query: SearchQuery, goOn: () => Promise<boolean>): Promise<Answer<Found | null>> {
  try {
    const answer = await search(reader, query, goOn);
    return answer === null ? failure('refused', 'search.superseded') : success(answer);
  } catch (error) {
    return failureOf(error, false);
  }
}
