import { expect, test } from 'vitest';
import { createJobBoard } from '../../electron/job-board.ts';
import { failure, success } from '../../shared/ipc/answer.ts';

type Said = { readonly name: string; readonly data: unknown };

function board(): { readonly said: Said[]; readonly jobs: ReturnType<typeof createJobBoard> } {
  const said: Said[] = [];
  return { said, jobs: createJobBoard((_to, name, data) => void said.push({ name, data })) };
}

test('long work is answered at once, then told of to its end', async () => {
  const { said, jobs } = board();
  const ending = Promise.withResolvers<void>();
  const answer = jobs.start('verify', async ({ progress }) => {
    progress({ done: 1, total: 2 });
    await ending.promise;
    return success({ rows: 2 });
  });
  expect(answer).toMatchObject({ ok: true });
  expect(jobs.running()).toBe('verify');
  expect(jobs.start('backup', async () => success({}))).toMatchObject({ ok: false, code: 'job.busy' });
  ending.resolve();
  await jobs.settled();
  expect(said).toEqual([
    { name: 'jobProgress', data: { job: 'verify', done: 1, total: 2 } },
    { name: 'jobEnded', data: { job: 'verify', failure: null, result: { rows: 2 } } },
  ]);
  expect(jobs.running()).toBeNull();
});

test('only the named work is stopped, and what breaks is told as broken', async () => {
  const { said, jobs } = board();
  jobs.start('verify', ({ signal }) => {
    jobs.stop('backup');
    expect(signal.aborted).toBe(false);
    return new Promise((resolve) => {
      signal.addEventListener('abort', () => resolve(failure('refused', 'job.stopped')));
    });
  });
  jobs.stop('verify');
  await jobs.settled();
  jobs.start('verify', () => Promise.reject(new Error('a fault')));
  await jobs.settled();
  expect(said.map(({ data }) => (data as { failure: { code: string } }).failure.code)).toEqual([
    'job.stopped',
    'ipc.broken',
  ]);
});
