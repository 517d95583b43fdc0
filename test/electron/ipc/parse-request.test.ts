import { describe, expect, it } from 'vitest';
import { parseRequest } from '../../../electron/ipc/parse-request.ts';
import { MAX_MESSAGE, requests, windowNames } from '../../../shared/ipc/contract.ts';

const message = (name: string, args: unknown): string => JSON.stringify({ name, args });

describe('parseRequest', () => {
  it('takes a known request with the arguments it expects', () => {
    const parsed = parseRequest(message('staff.signIn', { staffId: 'a', pin: '1234' }));
    expect(parsed).toMatchObject({ ok: true, data: { name: 'staff.signIn', args: { staffId: 'a', pin: '1234' } } });
  });

  it('drops what a window sends beside the arguments', () => {
    const parsed = parseRequest(message('staff.signIn', { staffId: 'a', pin: '1234', role: 'owner' }));
    expect(parsed.ok && parsed.data.args).toEqual({ staffId: 'a', pin: '1234' });
  });

  it('names the field that is wrong and never repeats its value', () => {
    const parsed = parseRequest(message('staff.signIn', { staffId: 'a', pin: '12x4' }));
    expect(parsed).toMatchObject({ ok: false, kind: 'invalid', field: 'pin' });
    expect(JSON.stringify(parsed)).not.toContain('12x4');
  });

  it.each([
    ['a number', 7],
    ['what is not JSON', '{"name":'],
    ['an unknown request', message('rm', {})],
    ['a member every object has', message('constructor', {})],
    ['a message over the limit', `"${'x'.repeat(MAX_MESSAGE)}"`],
  ])('refuses %s', (_what, sent) => {
    expect(parseRequest(sent)).toMatchObject({ ok: false, kind: 'invalid' });
  });

  it('leaves the patient window nothing but its own choice, and where it may be heard', () => {
    const open = Object.entries(requests).filter(([, request]) =>
      (request.windows as readonly string[]).includes('patient'),
    );
    const own = ['read', 'sets', 'keep', 'answer', 'endSheet', 'help', 'rest', 'leave'].map((name) => `intake.${name}`);
    expect(open.map(([name]) => name).toSorted()).toEqual([...own, 'output.read'].toSorted());
    expect(windowNames).toEqual(['room', 'player', 'patient', 'decoder', 'print']);
  });

  it('leaves the window that lays out pages nothing but the one session that is printed', () => {
    const open = Object.entries(requests).filter(([, { windows }]) => (windows as readonly string[]).includes('print'));
    expect(open.map(([name]) => name).toSorted()).toEqual(['print.entries', 'print.job', 'print.ready']);
  });

  it('leaves the window that decodes strangers’ files nothing but to say how that went', () => {
    const open = Object.entries(requests).filter(([, request]) =>
      (request.windows as readonly string[]).includes('decoder'),
    );
    expect(open.map(([name]) => name)).toEqual(['decoder.ready', 'decoder.going', 'decoder.done']);
  });
});
