import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ANSWER_LIMIT_MS, BOX_LIMIT_MS, createClient } from '../../../renderer/client/client.ts';
import { requestsAtABox } from '../../../shared/ipc/at-a-box.ts';
import { MAX_MESSAGE, requests, type WindowBridge } from '../../../shared/ipc/contract.ts';

/** A bridge whose one answer is given, and whose pushes the test sends. */
function fakeBridge(answer: (message: string) => Promise<string>) {
  const listeners = new Set<(message: string) => void>();
  const asked: string[] = [];
  const bridge: WindowBridge = {
    request: (message) => {
      asked.push(message);
      return answer(message);
    },
    drop: async () => 0,
    onPush: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  return { bridge, asked, listeners, push: (message: string) => listeners.forEach((listener) => listener(message)) };
}

const answered = (value: unknown) => fakeBridge(() => Promise.resolve(JSON.stringify(value)));
const clock = { clock: { wallMs: 1, monotonicMs: 2, uptimeMs: 3, bootId: 'b' }, rate: 1, live: null };

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe('request', () => {
  it('sends name and arguments as JSON and gives back parsed data', async () => {
    const { bridge, asked } = answered({ ok: true, seq: 7, data: { patientId: 'p', duplicates: [] } });
    const details = { name: 'A', birthDate: '1990-01-01', allergies: '' };
    const answer = await createClient(bridge).request('patients.create', { details, knownDuplicate: false });
    expect(JSON.parse(asked[0] ?? '')).toEqual({ name: 'patients.create', args: { details, knownDuplicate: false } });
    expect(answer).toEqual({ ok: true, seq: 7, data: { patientId: 'p', duplicates: [] } });
    expect(vi.getTimerCount()).toBe(0);
  });

  it('passes a failure on with its field', async () => {
    const said = { ok: false, kind: 'invalid', code: 'people.birthDate', params: {}, field: 'birthDate' };
    const answer = await createClient(answered(said).bridge).request('staff.list', {});
    expect(answer).toEqual(said);
  });

  it('refuses an answer that does not fit the contract', async () => {
    const answer = await createClient(answered({ ok: true, seq: null, data: { staff: [{ name: 1 }] } }).bridge).request(
      'staff.list',
      {},
    );
    expect(answer).toMatchObject({ ok: false, kind: 'broken', code: 'badAnswer' });
  });

  it('refuses an answer that is no JSON', async () => {
    const { bridge } = fakeBridge(() => Promise.resolve('{'));
    expect(await createClient(bridge).request('staff.list', {})).toMatchObject({ ok: false, code: 'badAnswer' });
  });

  it('refuses to send a message that is too long, and says so', async () => {
    const { bridge, asked } = answered({ ok: true, seq: null, data: {} });
    const answer = await createClient(bridge).request('patients.find', { text: 'x'.repeat(MAX_MESSAGE) });
    expect(answer).toMatchObject({ ok: false, kind: 'invalid', code: 'tooLong' });
    expect(asked).toEqual([]);
  });

  it('turns a transport that throws into no answer', async () => {
    const { bridge } = fakeBridge(() => Promise.reject(new Error('gone')));
    expect(await createClient(bridge).request('staff.list', {})).toMatchObject({ kind: 'broken', code: 'noAnswer' });
  });

  it('turns silence into no answer after the limit, not before', async () => {
    const { bridge } = fakeBridge(() => new Promise(() => undefined));
    const seen = vi.fn();
    void createClient(bridge).request('staff.list', {}).then(seen);
    await vi.advanceTimersByTimeAsync(ANSWER_LIMIT_MS - 1);
    expect(seen).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(seen).toHaveBeenCalledWith(expect.objectContaining({ code: 'noAnswer' }));
  });

  it('does not take somebody who looks for a folder for silence', async () => {
    const { bridge } = fakeBridge(() => new Promise(() => undefined));
    const seen = vi.fn();
    void createClient(bridge).request('export.session', { sessionId: 's', kind: 'json' }).then(seen);
    await vi.advanceTimersByTimeAsync(10 * ANSWER_LIMIT_MS);
    expect(seen).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(BOX_LIMIT_MS);
    expect(seen).toHaveBeenCalledWith(expect.objectContaining({ code: 'noAnswer' }));
  });

  it('knows every request at a box by its name', () => {
    expect([...requestsAtABox].filter((name) => !Object.hasOwn(requests, name))).toEqual([]);
  });
});

describe('onPush', () => {
  it('gives parsed data to every listener of that name, and to no other', () => {
    const { bridge, push } = answered({});
    const client = createClient(bridge);
    const [one, two, other] = [vi.fn(), vi.fn(), vi.fn()];
    client.onPush('clock', one);
    client.onPush('clock', two);
    client.onPush('status', other);
    push(JSON.stringify({ name: 'clock', data: clock }));
    expect(one).toHaveBeenCalledWith(clock);
    expect(two).toHaveBeenCalledTimes(1);
    expect(other).not.toHaveBeenCalled();
  });

  it('drops pushes that do not fit the contract', () => {
    const { bridge, push } = answered({});
    const heard = vi.fn();
    createClient(bridge).onPush('clock', heard);
    push(JSON.stringify({ name: 'clock', data: { rate: 1 } }));
    push(JSON.stringify({ name: 'toString', data: {} }));
    push('no json');
    expect(heard).not.toHaveBeenCalled();
  });

  it('ends the bridge subscription with its last listener', () => {
    const { bridge, listeners } = answered({});
    const client = createClient(bridge);
    const ends = [client.onPush('clock', () => undefined), client.onPush('clock', () => undefined)];
    expect(listeners.size).toBe(1);
    ends[0]?.();
    expect(listeners.size).toBe(1);
    ends[1]?.();
    expect(listeners.size).toBe(0);
  });
});
