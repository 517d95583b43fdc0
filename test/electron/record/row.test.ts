import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { canonicalJson, sha256Hex } from '../../../electron/record/canonical-json.ts';
import { canonicalBytes, chainStart, commitmentOf, hashOf, type StoredRow } from '../../../electron/record/row.ts';

const row: StoredRow = {
  seq: 2,
  stream: 'session:ä',
  stream_seq: 1,
  recorded_wall: 1_795_306_533_356,
  recorded_monotonic: 1.5,
  recorded_uptime: 0,
  boot_id: '',
  occurred_at: 1,
  session_ms: null,
  author: 'app',
  pc: 'p',
  command_id: null,
  version: 1,
  commitment: Buffer.from('c0ffee', 'hex'),
  prev_hash: Buffer.alloc(2),
};

// Written out by hand from README.md, never by the code under test: these bytes are the format.
const head = [
  Buffer.from('stillroom event 1\n').toString('hex'),
  '490000000000000002',
  '540000000a73657373696f6e3ac3a4',
  '490000000000000001',
];

test('the bytes that are hashed are those of the format', () => {
  const double = (value: number): string => {
    const view = new DataView(new ArrayBuffer(8));
    view.setFloat64(0, value);
    return Buffer.from(view.buffer).toString('hex');
  };
  const rest = [
    `52${double(1_795_306_533_356)}`,
    '523ff8000000000000',
    '520000000000000000',
    '5400000000',
    '523ff0000000000000',
    '4e',
    '5400000003617070',
    '540000000170',
    '4e',
    '490000000000000001',
    '4200000003c0ffee',
    '42000000020000',
  ];
  expect(Buffer.from(canonicalBytes(row)).toString('hex')).toBe([...head, ...rest].join(''));
});

test('the hash is an HMAC over them, and differs where any value moves to its neighbour', () => {
  const key = Buffer.alloc(32, 7);
  const bytes = createHmac('sha256', key).update(canonicalBytes(row)).digest('hex');
  expect(Buffer.from(hashOf(row, key)).toString('hex')).toBe(bytes);
  const moved = [
    { ...row, author: 'appp', pc: '' },
    { ...row, command_id: '' },
    { ...row, session_ms: 0 },
    { ...row, recorded_monotonic: 0, recorded_uptime: 1.5 },
    { ...row, stream: 'session:', boot_id: 'ä' },
  ];
  const hashes = [row, ...moved].map((one) => Buffer.from(hashOf(one, key)).toString('hex'));
  expect(new Set(hashes).size).toBe(hashes.length);
  expect(hashOf({ ...row, recorded_uptime: -0 }, key)).toEqual(hashOf(row, key));
});

test('commitments and chain starts are plain SHA-256', () => {
  expect(Buffer.from(commitmentOf(Buffer.from('ab'), Buffer.from('c'))).toString('hex')).toBe(
    'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  );
  expect(sha256Hex(Buffer.from('abc'))).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  expect(Buffer.from(chainStart(Buffer.from('x'))).toString('hex')).toBe(
    sha256Hex(Buffer.from('stillroom chain 1\nx')),
  );
});

test('canonical JSON is one form: keys in order at every depth, nothing but JSON', () => {
  expect(canonicalJson({ b: [{ d: 1, c: 'ä"\n' }], a: null, 10: true, 9: 1.5e21, gone: undefined })).toBe(
    '{"10":true,"9":1.5e+21,"a":null,"b":[{"c":"ä\\"\\n","d":1}]}',
  );
  for (const bad of [Number.NaN, { a: Infinity }, [undefined], new Date(0), () => 1, 1n])
    expect(() => canonicalJson(bad)).toThrow('not JSON');
});
