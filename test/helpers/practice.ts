import { randomUUID } from 'node:crypto';
import type { Protocol } from '../../shared/protocol/schema.ts';
import type { SessionCommand } from '../../shared/session/command.ts';
import type { Answer } from '../../shared/ipc/answer.ts';
import { goodAnswer } from './check-answers.ts';
import { calm, order } from './session-builder.ts';
import { LINDQVIST, type Nurse, OKAFOR } from './nurse.ts';

/** A practice session driven by commands where a spec is about something later in the hour. */
export class Practice {
  readonly nurse: Nurse;
  readonly sessionId: string;
  seq = 0;

  constructor(nurse: Nurse, sessionId: string) {
    this.nurse = nurse;
    this.sessionId = sessionId;
  }

  /** Sends one command as the window would; throws where it is not `ok` and `mustPass` says so. */
  async ask(command: SessionCommand, commandId: string = randomUUID()): Promise<Answer<unknown>> {
    const answer = await this.nurse.request('session.command', {
      sessionId: this.sessionId,
      commandId,
      seenSeq: this.seq,
      command,
    });
    if (answer.ok && answer.seq !== null) this.seq = answer.seq;
    return answer;
  }

  async do(command: SessionCommand): Promise<void> {
    const answer = await this.ask(command);
    if (!answer.ok) throw new Error(`${command.type} was refused: ${answer.code}`);
  }

  /** Everything that a start needs, music begun. */
  async prepare(): Promise<void> {
    const opened = await this.nurse.request('session.open', { sessionId: this.sessionId });
    if (!opened.ok) throw new Error(opened.code);
    this.seq = opened.data.seq;
    if (opened.data.seq === 1) await this.do({ type: 'beginPreChecks' });
    const hello = await this.nurse.request('hello', {});
    if (!hello.ok) throw new Error(hello.code);
    const { wallMs } = hello.data.clock;
    for (const item of opened.data.protocol.preChecks)
      await this.do({ type: 'answerCheck', list: 'preChecks', itemId: item.id, ...goodAnswer(item, wallMs) });
    const staff = await this.nurse.request('staff.list', {});
    const checker = staff.ok ? staff.data.staff.find(({ name }) => name === OKAFOR.name) : undefined;
    if (checker === undefined) throw new Error('The second checker is not on the list');
    await this.do({ type: 'enterOrder', order: { ...order, prescriber: LINDQVIST.name } });
    await this.do({ type: 'checkOrder', checkerId: checker.staffId, pin: OKAFOR.pin });
    const readingId = randomUUID();
    const now = await this.nurse.request('hello', {});
    if (!now.ok) throw new Error(now.code);
    await this.do({ type: 'takeReading', readingId, parts: calm, takenAt: now.data.clock.wallMs, confirmed: [] });
    await this.do({ type: 'acceptBaseline', readingId });
    await this.do({ type: 'settleIn' });
  }
}

/** The practice session that the nurse has just opened, prepared and started; `change`: of the clinic's protocol, before it. */
export async function startedPractice(nurse: Nurse, change?: (protocol: Protocol) => Protocol): Promise<Practice> {
  const practice = await preparedPractice(nurse, change);
  await practice.do({ type: 'start', agoMs: 0 });
  await nurse.page.getByRole('timer').first().waitFor();
  return practice;
}

/** Set up, a practice session opened and everything ready for the start. */
export async function preparedPractice(nurse: Nurse, change?: (protocol: Protocol) => Protocol): Promise<Practice> {
  await nurse.setUp();
  if (change !== undefined) {
    const built = await nurse.request('protocols.get', { version: 1 });
    if (!built.ok) throw new Error(built.code);
    const changed = { basedOn: 1, protocol: change(built.data.protocol), note: '' };
    const saved = await nurse.request('protocols.saveWhole', changed);
    if (!saved.ok) throw new Error(saved.code);
  }
  await nurse.openPractice();
  const hello = await nurse.request('hello', {});
  if (!hello.ok || hello.data.status.liveSessionId === null) throw new Error('The practice session is not live');
  const practice = new Practice(nurse, hello.data.status.liveSessionId);
  await practice.prepare();
  return practice;
}

/** Settings for `STILLROOM_CLOCK`: at real time `realMs` the simulated clocks stand at `simulatedMs` and run `rate` times as fast. */
export function clockSettings(realMs: number, simulatedMs: number, rate: number): string {
  return JSON.stringify({ realMs, simulatedMs, rate });
}

/** Where such a clock stands at `realMs`, epoch ms. */
export function simulatedAt(settings: string, realMs: number): number {
  const clock = JSON.parse(settings) as {
    readonly realMs: number;
    readonly simulatedMs: number;
    readonly rate: number;
  };
  return clock.simulatedMs + (realMs - clock.realMs) * clock.rate;
}
