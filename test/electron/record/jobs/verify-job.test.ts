import { afterEach, expect, test } from 'vitest';
import type { JobProgress } from '../../../../electron/record/jobs/job-types.ts';
import { anAppend, dataOf, openTempRecord, type TempRecord } from '../../../helpers/temp-record.ts';

let temp: TempRecord | null = null;
afterEach(async () => {
  await temp?.end();
  temp = null;
});

async function recordOf(events: number): Promise<TempRecord> {
  temp = await openTempRecord();
  const one = anAppend('session:a', null, null, { type: 'noted' });
  const body = one.events[0];
  if (body === undefined) throw new Error('no event');
  await temp.record.append({ ...one, events: Array.from({ length: events }, () => body) });
  return temp;
}

test('checks the whole chain beside the record that goes on being written, and says how far it is', async () => {
  const { record } = await recordOf(1_200);
  const seen: JobProgress[] = [];
  const running = record.job('verify', { elsewhere: [] }, { progress: (progress) => seen.push(progress) });
  const appended = await record.append(anAppend('session:b', 0, 'c-1', { type: 'noted' }));
  expect(appended.ok).toBe(true);
  const report = dataOf(await running);
  expect(report.findings).toEqual([]);
  expect(report.checkedRows).toBeGreaterThanOrEqual(1_200);
  expect(seen[0]).toMatchObject({ done: 100 });
  expect(seen[0]?.total).toBeGreaterThanOrEqual(1_200);
});

test('a job that is no longer wanted ends between two steps', async () => {
  const { record } = await recordOf(2_000);
  const wanted = new AbortController();
  wanted.abort();
  const answer = await record.job('verify', { elsewhere: [] }, { signal: wanted.signal });
  expect(answer).toMatchObject({ ok: false, code: 'job.stopped' });
});
