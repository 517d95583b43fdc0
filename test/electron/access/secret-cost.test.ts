import { expect, test, vi } from 'vitest';
import { hashPin, pinFits } from '../../../electron/access/pin.ts';
import { wrapAll } from '../../../electron/access/wrapping.ts';

// Other tests make secrets that cost little; these are as they are for people.
vi.unmock('../../../electron/access/seal.ts');

test('a passphrase costs 128 MB for each guess, with a salt of its own', async () => {
  const wrapped = [
    ...(await wrapAll(new Uint8Array(32), null, 'a passphrase')),
    ...(await wrapAll(new Uint8Array(32), null, 'a passphrase')),
  ];
  const [one, two] = wrapped.map((wrapping) => (wrapping.kind === 'passphrase' ? wrapping.derive : null));
  expect(one).toMatchObject({ n: 131_072, r: 8, p: 1 });
  expect(two?.salt).not.toBe(one?.salt);
});

test('a PIN costs 32 MB for each guess', async () => {
  const stored = await hashPin('483920');
  expect(JSON.parse(stored)).toMatchObject({ derive: { n: 32_768, r: 8, p: 1 } });
  expect(await pinFits('483920', stored)).toBe(true);
  expect(await pinFits('483921', stored)).toBe(false);
});
