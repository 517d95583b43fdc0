import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCapability } from '../../../shared/sending/capability.ts';
import { MOST_WORDS, outcomeOf, wordsOf, type Reply } from '../../../shared/sending/reply.ts';
import { baseOf, readBase } from '../../../shared/sending/server.ts';

const reply = (over: Partial<Reply>): Reply => ({ status: 200, headers: {}, body: undefined, ...over });
const sent = { seq: 9, beside: 4 };
const outcome = (...issue: readonly unknown[]): unknown => ({ resourceType: 'OperationOutcome', issue });

describe('an answer to a session that was sent', () => {
  it('is taken with its place and version, wherever the server says them', () => {
    const location = 'https://fhir.example/r4/Bundle/0c1b/_history/3';
    expect(outcomeOf(reply({ status: 201, headers: { location } }), sent, null)).toEqual({
      ...{ kind: 'accepted', ...sent, location, versionId: '3' },
    });
    expect(outcomeOf(reply({ headers: { etag: 'W/"17"' } }), sent, null)).toMatchObject({ versionId: '17' });
    const body = { resourceType: 'Bundle', meta: { versionId: 'v5' } };
    expect(outcomeOf(reply({ body }), sent, null)).toMatchObject({ kind: 'accepted', location: null, versionId: 'v5' });
  });

  it.each<readonly [string, Partial<Reply>]>([
    ['a page of some login', { body: undefined }],
    ['another resource', { body: { resourceType: 'Patient' } }],
    ['another place', { status: 201, headers: { location: 'https://elsewhere.example/login' } }],
    ['a promise to look at it later', { status: 202, headers: { etag: 'W/"1"' } }],
  ])('is not taken where it is %s', (_what, over) => {
    expect(outcomeOf(reply(over), sent, null)).toMatchObject({ kind: 'refused', code: 'strangeReply' });
  });

  it.each([
    [302, 'stopped', 'redirected'],
    [401, 'stopped', 'notAllowed'],
    [403, 'stopped', 'notAllowed'],
    [404, 'refused', 'noBundles'],
    [405, 'refused', 'noBundles'],
    [412, 'refused', 'refused'],
    [413, 'refused', 'tooLarge'],
    [422, 'refused', 'refused'],
    [429, 'notReached', 'busy'],
    [500, 'notReached', 'serverFault'],
    [503, 'notReached', 'busy'],
    [504, 'notReached', 'serverFault'],
  ])('%i is %s as %s', (status, kind, code) => {
    expect(outcomeOf(reply({ status }), sent, null)).toMatchObject({ kind, code });
  });

  it('says why in the server’s own words, short and harmless, whatever it sends', () => {
    const body = outcome(
      { severity: 'error', diagnostics: 'Bundle.entry[3]\n is \u202Enot \u0000whole' },
      { code: 'invalid' },
    );
    expect(outcomeOf(reply({ status: 422, body }), sent, null)).toMatchObject({
      words: 'Bundle.entry[3] is not whole · invalid',
    });
    fc.assert(
      fc.property(fc.anything(), fc.string({ unit: 'binary', minLength: 500, maxLength: 700 }), (thing, words) => {
        for (const odd of [thing, outcome(thing), outcome({ diagnostics: words }, { details: { text: words } })]) {
          const said = wordsOf(odd);
          expect(said.length).toBeLessThanOrEqual(MOST_WORDS);
          expect(said).not.toMatch(/\p{C}/u);
        }
      }),
      { numRuns: 20 },
    );
  });
});

describe('what a server says of itself', () => {
  const statement = (over: object): object => ({ resourceType: 'CapabilityStatement', fhirVersion: '4.0.1', ...over });
  const bundles = (...resource: readonly unknown[]): unknown => ({ rest: [{ mode: 'server', resource }] });

  it('tells R4 from every other version, and whether it takes a bundle under our name', () => {
    expect(readCapability(statement({ software: { name: ' Example\u0007 FHIR ' } }))).toEqual({
      ...{ version: '4.0.1', r4: true, name: 'Example FHIR', bundles: 'notSaid' },
    });
    for (const other of ['3.0.2', '4.3.0', '5.0.0', '40.1'])
      expect(readCapability(statement({ fhirVersion: other }))?.r4).toBe(false);
    const update = [{ code: 'read' }, { code: 'update' }];
    const said = (resource: unknown): unknown => readCapability(statement(bundles(resource) as object))?.bundles;
    expect(said({ type: 'Bundle', interaction: update, updateCreate: true })).toBe('yes');
    expect(said({ type: 'Bundle', interaction: update })).toBe('notSaid');
    expect(said({ type: 'Bundle', interaction: update, updateCreate: false })).toBe('no');
    expect(said({ type: 'Bundle', interaction: [{ code: 'read' }] })).toBe('no');
    expect(said({ type: 'Patient', interaction: update })).toBe('no');
  });

  it('is nothing where it is no description, and never throws', () => {
    fc.assert(
      fc.property(fc.anything(), (thing) => {
        expect(readCapability(thing)).toBeNull();
        const found = readCapability(statement({ rest: thing, software: thing }));
        expect(found).toMatchObject({ r4: true });
      }),
    );
  });
});

describe('the address of a server', () => {
  it('is read with its path, and always encrypted', () => {
    expect(readBase(' https://fhir.clinic.example:8443/r4/ ')).toEqual({
      host: 'fhir.clinic.example:8443',
      path: '/r4',
    });
    expect(readBase('10.0.0.7')).toEqual({ host: '10.0.0.7', path: '' });
    expect(baseOf({ host: 'a.example', path: '/b/c' })).toBe('https://a.example/b/c');
  });

  it.each([
    'http://fhir.example',
    'ftp://fhir.example',
    'https://user:word@fhir.example',
    'https://fhir.example/r4?x=1',
    'https://fhir.example/r4#x',
    'https://fhir.example/../admin',
    'https://fhir.example//r4',
    'https://fhir.example/r 4',
    'https://',
    '',
  ])('%s is none', (typed) => {
    expect(readBase(typed)).toBeNull();
  });
});
