import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { defaultProtocol } from '../../../shared/protocol/default-protocol.ts';
import { PROTOCOL_VERSION } from '../../../shared/protocol/schema.ts';
import { storedProtocolSchema } from '../../../shared/protocol/stored.ts';

const fixture = (form: number): Record<string, unknown> =>
  JSON.parse(readFileSync(new URL(`../../fixtures/protocol/form-${form}.json`, import.meta.url), 'utf8'));

it.each(Array.from({ length: PROTOCOL_VERSION - 1 }, (_, index) => index + 1))(
  'a protocol of form %d is read in today’s, and says what it said',
  (form) => {
    const before = fixture(form);
    const read = storedProtocolSchema.parse(before);
    expect(read).toMatchObject({ ...before, schemaVersion: PROTOCOL_VERSION });
    expect(read.bands.overLast).toBeNull();
  },
);

it('today’s form is read as it is', () => {
  const protocol = defaultProtocol(0, 'Clinic');
  expect(storedProtocolSchema.parse(JSON.parse(JSON.stringify(protocol)))).toEqual(protocol);
});

it.each([
  ['of a newer form', { ...fixture(1), schemaVersion: PROTOCOL_VERSION + 1 }],
  ['without a form', { ...fixture(1), schemaVersion: null }],
  ['damaged', { ...fixture(1), bands: null }],
  ['no protocol', 'text'],
])('what is %s is refused', (_name, value) => {
  expect(storedProtocolSchema.safeParse(value).success).toBe(false);
});
