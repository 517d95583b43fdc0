import { expect, test } from 'vitest';
import { streamForms, upcast, type StreamForm } from '../../../shared/session/upcast.ts';

/** A made-up kind of stream in its third form: a reading once in kPa, then in mmHg, then with a unit. */
const forms: Readonly<Record<string, StreamForm>> = {
  made: {
    version: 3,
    upcasters: [
      (body) => ({ mmHg: (body as { kPa: number }).kPa * 7.5 }),
      (body) => ({ value: (body as { mmHg: number }).mmHg, unit: 'mmHg' }),
    ],
  },
};

test('an older body is brought up one version at a time, today’s is left alone', () => {
  const today = { ok: true, body: { value: 150, unit: 'mmHg' } };
  expect(upcast('made:1', 1, { kPa: 20 }, forms)).toEqual(today);
  expect(upcast('made:1', 2, { mmHg: 150 }, forms)).toEqual(today);
  const body = { value: 150, unit: 'mmHg' };
  expect(upcast('made:1', 3, body, forms)).toEqual({ ok: true, body });
});

test('a body of a newer program is refused, never guessed at', () => {
  expect(upcast('made', 4, { value: 1 }, forms)).toEqual({ ok: false, known: 3 });
  expect(upcast('session:s', 99, { type: 'started' })).toMatchObject({ ok: false });
});

test('every kind of stream has a way up from each older version', () => {
  for (const { version, upcasters } of Object.values(streamForms)) expect(upcasters).toHaveLength(version - 1);
});
