import { afterAll, beforeAll, expect, it } from 'vitest';
import type { RecordClient } from '../../../electron/record/client.ts';
import { closeStore } from '../../../electron/record/store.ts';
import { createCollector } from '../../../electron/report/collect.ts';
import { MORNING } from '../../helpers/fake-clock.ts';
import { fillSmallClinic } from '../../helpers/small-clinic.ts';
import {
  anAppend,
  clockAt,
  dataOf,
  openOrThrow,
  openStoreOrThrow,
  tempFolder,
  tempOptions,
} from '../../helpers/temp-record.ts';

const DAY = 86_400_000;
const COURSE = 'course:course-1';
let clinic: RecordClient;
let remove: () => void;

beforeAll(async () => {
  const place = tempFolder();
  ({ remove } = place);
  const options = tempOptions(place.folder);
  const store = openStoreOrThrow(options);
  fillSmallClinic(store);
  closeStore(store);
  clinic = await openOrThrow(options);
});
afterAll(async () => {
  await clinic.close();
  remove();
});

/** A questionnaire of the first patient's course, so many days after its first session was made. */
async function askedOn(sheetId: string, day: number): Promise<void> {
  const seconds = (MORNING + day * DAY - clockAt(0).wallMs) / 1_000;
  const bodies = [
    { type: 'questionnaireAsked', sheetId, questionnaire: 'gad7', by: 'staff' },
    { type: 'questionnaireAnswered', sheetId, question: 'nervous', answer: 2 },
  ];
  for (const body of bodies) dataOf(await clinic.append(anAppend(COURSE, null, null, body, seconds)));
}

it('questionnaires between the sessions of a course leave beside the one before them', async () => {
  // Of this course: a session of the first day, one of the fourth, one of the sixth.
  await askedOn('early', -2);
  await askedOn('after the first', 1);
  await askedOn('weeks later', 40);
  const between = async (sessionId: string): Promise<string[]> =>
    dataOf(await createCollector(clinic, clinic).told(sessionId)).between.map(({ sheetId }) => sheetId);
  expect(await between('session-1')).toEqual(['early', 'after the first']);
  expect(await between('session-4')).toEqual([]);
  expect(await between('session-6')).toEqual(['weeks later']);
  // Another patient's.
  expect(await between('session-2')).toEqual([]);
});
