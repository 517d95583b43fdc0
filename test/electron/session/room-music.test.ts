import { afterEach, expect, it } from 'vitest';
import type { RecordClient } from '../../../electron/record/client.ts';
import { Room } from '../../../electron/session/room.ts';
import { failure } from '../../../shared/ipc/answer.ts';
import { shoreline } from '../../helpers/music-builder.ts';
import { TestRoom } from '../../helpers/session-builder.ts';
import { openTempRecord, type TempRecord } from '../../helpers/temp-record.ts';

let temp: TempRecord | null = null;
afterEach(() => temp?.end());

it('music that could not be read once is read the next time, and then kept', async () => {
  temp = await openTempRecord();
  const put = await temp.record.putContent('music', shoreline);
  if (!put.ok) throw new Error(put.code);
  let [refuses, asked] = [true, 0];
  const record: RecordClient = {
    ...temp.record,
    getContent: async (hash) => {
      asked += 1;
      return refuses ? failure('broken', 'record.lost') : (temp?.record.getContent(hash) ?? failure('broken', 'none'));
    },
  };
  const { session, clock } = new TestRoom().started();
  const nothing = (): void => undefined;
  const room = new Room({
    clock: { rate: 1, now: clock.now, recall: nothing },
    records: { clinic: record, practice: record },
    ...{ onEvents: nothing, onWritten: nothing, onUnsaved: nothing, onHopeless: nothing },
  });
  const withMusic = { ...session, musicHash: put.data };
  expect(await room.musicOf(withMusic)).toBeNull();
  refuses = false;
  expect(await room.musicOf(withMusic)).toEqual(shoreline);
  expect(await room.musicOf(withMusic)).toEqual(shoreline);
  expect(asked).toBe(2);
});
