import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { parse } from 'csv-parse/sync';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eventsHead, eventsLines } from '../../../shared/export/events-csv.ts';
import { readingVersions } from '../../../shared/export/reading-versions.ts';
import { readingsHead, readingsLines } from '../../../shared/export/readings-csv.ts';
import { sessionFileJsonSchema, sessionFileSchema } from '../../../shared/export/session-file.ts';
import { JSON_FOOT, jsonHead, sessionInFile } from '../../../shared/export/session-json.ts';
import type { ToldSession } from '../../../shared/export/told-session.ts';
import { toldSessions } from '../../helpers/told-arbitrary.ts';

const published: object = JSON.parse(
  readFileSync(path.resolve(import.meta.dirname, '../../../docs/session-file.schema.json'), 'utf8'),
);
const number = (text: string | undefined): number | null => (text === undefined || text === '' ? null : Number(text));
const unmarked = (text: string | undefined): string => (text ?? '').replace(/^'/, '');
const rows = (text: string): Record<string, string>[] => parse(text, { record_delimiter: '\r\n', columns: true });
const fileOf = (told: readonly ToldSession[]): string =>
  jsonHead(0) + told.map((one) => JSON.stringify(sessionInFile(one))).join(',\n') + JSON_FOOT;

describe('the files of a session', () => {
  it('readings are read back as the record has them, amended and withdrawn ones marked', () => {
    fc.assert(
      fc.property(toldSessions, (told) => {
        const read = rows(readingsHead + readingsLines(told));
        const versions = readingVersions(told);
        expect(
          read.map((row) => [
            ...[unmarked(row['readingId']), Number(row['version']), row['state'], Date.parse(row['takenAt'] ?? '')],
            ...[row['systolicMmHg'], row['diastolicMmHg'], row['spo2Percent'], row['pulsePerMin']].map(number),
            ...[unmarked(row['patient']), unmarked(row['notObtained']), unmarked(row['reason'])],
            ...[row['notObtainedParts'], row['outside'], unmarked(row['outsideReason'])],
          ]),
        ).toEqual(
          versions.map(({ readingId, version, state, takenAt, parts, notObtained, reason, ...more }) => [
            ...[readingId, version, state, takenAt],
            ...[parts?.systolic ?? null, parts?.diastolic ?? null, parts?.spo2 ?? null, parts?.pulse ?? null],
            ...[told.patient?.name ?? '', notObtained ?? '', reason ?? ''],
            ...[more.notObtainedParts?.join(' ') ?? '', more.outside ? 'yes' : 'no', more.outsideReason ?? ''],
          ]),
        );
        const standing = told.session.readings.filter(({ withdrawn }) => withdrawn === null).length;
        expect(read.filter(({ state }) => state === 'stands')).toHaveLength(standing);
      }),
      { numRuns: 8 },
    );
  });

  it('entries are read back as the record has them', () => {
    fc.assert(
      fc.property(toldSessions, (told) => {
        const read = rows(eventsHead + eventsLines(told));
        expect(
          read.map((row) => [
            ...[Number(row['seq']), Date.parse(row['occurredAt'] ?? ''), number(row['sessionMs']), row['author']],
            { type: row['type'], ...JSON.parse(unmarked(row['details'])) },
          ]),
        ).toEqual(
          told.events.map(({ seq, occurredAt, sessionMs, author, body }) => [
            ...[seq, occurredAt, sessionMs, author.kind],
            JSON.parse(JSON.stringify(body)),
          ]),
        );
      }),
      { numRuns: 8 },
    );
  });

  it('are of the published form, by a validator of its own, and hold every entry', () => {
    const valid = new Ajv2020({ strict: false, validateSchema: false, code: { optimize: false } }).compile(published);
    fc.assert(
      fc.property(fc.array(toldSessions, { maxLength: 2 }), (told) => {
        const file: unknown = JSON.parse(fileOf(told));
        expect(valid(file), JSON.stringify(valid.errors)).toBe(true);
        const parsed = sessionFileSchema.parse(file);
        expect(parsed.sessions.map(({ events }) => events)).toEqual(
          JSON.parse(JSON.stringify(told.map(({ events }) => events))),
        );
      }),
      { numRuns: 4 },
    );
  });

  it('whose form is published as it is today (tools/session-schema.ts writes it)', () => {
    expect(published).toEqual(JSON.parse(JSON.stringify(sessionFileJsonSchema())));
  });
});
