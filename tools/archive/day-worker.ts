/** Makes days of an archive, one after another, as the main thread asks for them. */
import { parentPort, workerData } from 'node:worker_threads';
import { archiveContents } from './contents.ts';
import { archiveMaker, type ArchiveOptions } from './day.ts';

const port = parentPort;
if (port === null) throw new Error('Days are made in a worker only');
const maker = archiveMaker(workerData as ArchiveOptions, archiveContents());

port.on('message', (index: number | 'end') => {
  if (index === 'end') port.close();
  else {
    const day = maker.days[index];
    if (day === undefined) throw new Error(`There is no day ${index}`);
    // A string is handed over several times as fast as the objects in it.
    port.postMessage({ index, appends: JSON.stringify(maker.day(day)) });
  }
});
