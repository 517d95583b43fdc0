import { describe, expect, it } from 'vitest';
import {
  emptySetup,
  pinError,
  setupErrors,
  setupRequest,
  type SetupForm,
} from '../../../renderer/room/setup/setup-form.ts';
import { requests } from '../../../shared/ipc/contract.ts';

const good: SetupForm = {
  ...emptySetup,
  ...{ roomName: ' Room 2 ', name: 'R. Alvarez, RN', pin: '2580', pinAgain: '2580' },
  ...{ passphrase: 'correct horse', passphraseAgain: 'correct horse' },
};

describe('setupErrors', () => {
  it('asks for room, name and PIN of an empty form, and not for the address', () => {
    expect(setupErrors(emptySetup, false)).toEqual({ roomName: 'roomName', name: 'name', pin: 'pin' });
  });

  it('asks for the passphrase only where it is needed', () => {
    expect(setupErrors(emptySetup, true)).toMatchObject({ passphrase: 'passphrase' });
    expect(setupErrors({ ...good, passphrase: '', passphraseAgain: '' }, false)).toEqual({});
  });

  it.each([
    [{ roomName: '   ' }, { roomName: 'roomName' }],
    [{ roomName: 'x'.repeat(41) }, { roomName: 'tooLong' }],
    [{ address: 'x'.repeat(301) }, { address: 'tooLong' }],
    [{ emergencyNumbers: 'x'.repeat(301) }, { emergencyNumbers: 'tooLong' }],
    [{ name: 'x'.repeat(121) }, { name: 'tooLong' }],
    [{ pinAgain: '2581' }, { pinAgain: 'pinAgain' }],
    [{ passphrase: 'short', passphraseAgain: 'short' }, { passphrase: 'passphrase' }],
    [{ passphraseAgain: 'other horse' }, { passphraseAgain: 'passphraseAgain' }],
  ] as const)('names the field that is wrong: %o', (change, expected) => {
    expect(setupErrors({ ...good, ...change }, true)).toEqual(expected);
  });

  it('lets pass exactly what the contract takes', () => {
    expect(setupErrors(good, true)).toEqual({});
    expect(requests['app.setUp'].args.safeParse(setupRequest(good, true)).success).toBe(true);
    const longest = { ...good, roomName: 'x'.repeat(40), name: 'x'.repeat(120), address: 'x'.repeat(300) };
    expect(setupErrors(longest, true)).toEqual({});
    expect(requests['app.setUp'].args.safeParse(setupRequest(longest, true)).success).toBe(true);
  });
});

describe('setupRequest', () => {
  it('leaves blanks at the ends and an unneeded passphrase out', () => {
    expect(setupRequest(good, false)).toMatchObject({ settings: { roomName: 'Room 2' }, passphrase: null });
  });
});

describe('pinError', () => {
  it.each(['', '123', '123456789', '12a4', '12 34', '１２３４'])('refuses what is not 4 to 8 digits: "%s"', (pin) => {
    expect(pinError(pin)).toBe('pin');
  });

  it.each(['1111', '00000000', '1234', '45678', '9876'])('refuses what anybody tries first: %s', (pin) => {
    expect(pinError(pin)).toBe('pinEasy');
  });

  it.each(['2580', '1357', '11112222', '1243'])('takes %s', (pin) => {
    expect(pinError(pin)).toBeNull();
  });
});
