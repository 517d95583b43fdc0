import { expect, test } from 'vitest';
import { queryTurns, type Question, type QueryWork } from '../../../../electron/record/search/query-turns.ts';
import { success } from '../../../../shared/ipc/answer.ts';

const question = (id: number, name: 'search' | 'course'): Question =>
  name === 'search'
    ? {
        id,
        name,
        args: {
          text: 'l',
          patientId: null,
          from: null,
          to: null,
          staffId: null,
          protocolHashes: [],
          flags: [],
          before: null,
          limit: 20,
        },
      }
    : { id, name, args: 'patient' };

/** Turns whose answers are told as `id:outcome`, in their order. */
function turnsOf(work: Partial<QueryWork> = {}) {
  const told: string[] = [];
  const turns = queryTurns({
    answer: () => Promise.resolve(success(null)),
    tell: ({ id }, answer) => told.push(`${id}:${answer.ok ? 'answered' : answer.code}`),
    afterwards: () => Promise.resolve(),
    ...work,
  });
  return { told, turns };
}

/** What waits is answered before the end resolves, where it is still wanted. */
const all = async (told: readonly string[], count: number): Promise<void> => {
  await expect.poll(() => told.length).toBe(count);
};

test('of searches that came together only the newest is answered; other questions all are, in their order', async () => {
  const { told, turns } = turnsOf();
  turns.take(question(1, 'search'));
  turns.take(question(2, 'course'));
  turns.take(question(3, 'search'));
  turns.take(question(4, 'course'));
  await all(told, 4);
  expect(told).toEqual(['1:search.superseded', '2:answered', '3:answered', '4:answered']);
});

test('a search that runs is not wanted any more once a newer one came, and goes on beside another question', async () => {
  const wantedThen: boolean[] = [];
  const { told, turns } = turnsOf({
    answer: async ({ id }, wanted) => {
      if (id === 1) {
        turns.take(question(2, 'course'));
        wantedThen.push(await wanted());
        turns.take(question(3, 'search'));
        wantedThen.push(await wanted());
      }
      return success(null);
    },
  });
  turns.take(question(1, 'search'));
  await all(told, 3);
  expect(wantedThen).toEqual([true, false]);
});

test('what nobody waits for ends as soon as somebody does', async () => {
  const disturbedThen: boolean[] = [];
  const { told, turns } = turnsOf({
    afterwards: (disturbed) => {
      disturbedThen.push(disturbed());
      if (disturbedThen.length === 1) turns.take(question(2, 'course'));
      disturbedThen.push(disturbed());
      return Promise.resolve();
    },
  });
  turns.take(question(1, 'search'));
  await all(told, 2);
  expect(disturbedThen.slice(0, 2)).toEqual([false, true]);
});

test('at the end what runs is told, and what waits is refused', async () => {
  const { told, turns } = turnsOf({
    answer: (_question, wanted) => {
      void turns.end();
      return wanted().then((still) => success(still));
    },
  });
  turns.take(question(1, 'course'));
  turns.take(question(2, 'course'));
  await all(told, 2);
  await turns.end();
  expect(told).toEqual(['1:answered', '2:search.superseded']);
});
