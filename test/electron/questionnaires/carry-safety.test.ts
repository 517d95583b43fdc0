import { describe, expect, it } from 'vitest';
import { carrySafety } from '../../../electron/questionnaires/carry-safety.ts';
import { success } from '../../../shared/ipc/answer.ts';
import type { SafetyAnswer } from '../../../shared/questionnaires/sheets.ts';
import type { SessionBody } from '../../../shared/session/event-bodies.ts';
import type { NewSessionEvent } from '../../../shared/session/event.ts';
import type { Session } from '../../../shared/session/state.ts';
import { TestRoom } from '../../helpers/session-builder.ts';

const ines = { kind: 'staff', staffId: 'ines' } as const;
const talk = (decision: SafetyAnswer['talks'][number]['decision'], at: number) => ({
  ...{ who: 'Ines', decision, words: 'No plan.', at, by: ines },
});
const said = (talks: SafetyAnswer['talks']): SafetyAnswer => ({
  ...{ safetyId: 'sheet:1', sheetId: 'sheet', answer: 1, at: 10, talks },
});

/** What is written into a session that is prepared, by what is known in it and elsewhere. */
async function carried(own: readonly SafetyAnswer[], elsewhere: readonly SafetyAnswer[]): Promise<SessionBody[]> {
  const room = new TestRoom();
  const session: Session = { ...room.session, safety: own };
  const bodies: SessionBody[] = [];
  const runner = {
    ahead: session,
    observe: async (make: (session: Session, now: ReturnType<typeof room.clock.now>) => readonly NewSessionEvent[]) =>
      void bodies.push(...make(session, room.clock.now()).map(({ body }) => body)),
  } as unknown as Parameters<typeof carrySafety>[0];
  const course = { infusions: [], between: [{ safety: elsewhere }] };
  const record = { courseOf: async () => success(course) } as unknown as Parameters<typeof carrySafety>[1];
  await carrySafety(runner, record);
  return bodies;
}

describe('what was answered elsewhere, in a session that is prepared', () => {
  it('comes along once as long as nobody has spoken about it', async () => {
    const open = said([]);
    const body = { type: 'safetyCarried', safetyId: 'sheet:1', sheetId: 'sheet', answer: 1, saidAt: 10 };
    expect(await carried([], [open])).toEqual([body]);
    expect(await carried([open], [open])).toEqual([]);
    expect(await carried([], [said([talk('goOn', 20)])])).toEqual([]);
  });

  it('is settled here too by a talk elsewhere that let it go on, and by no other', async () => {
    const { at: _at, by: _by, ...shape } = talk('goOn', 20);
    const spoken = { type: 'safetySpoken', safetyIds: ['sheet:1'], ...shape };
    expect(await carried([said([])], [said([talk('wait', 15), talk('goOn', 20)])])).toEqual([spoken]);
    expect(await carried([said([])], [said([talk('notToday', 20)])])).toEqual([]);
    // What was decided here later stands.
    expect(await carried([said([talk('wait', 30)])], [said([talk('goOn', 20)])])).toEqual([]);
  });
});
