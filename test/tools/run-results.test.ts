import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import {
  closing,
  countPlaywright,
  countVitest,
  nothing,
  oneStep,
  parseAllowedSkips,
  sum,
} from '../../tools/run/results.mjs';

const folder = mkdtempSync(path.join(tmpdir(), 'results-'));
afterAll(() => rmSync(folder, { recursive: true }));

function report(content: unknown): string {
  const file = path.join(folder, 'report.json');
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
}

const suite = (status: string, ...tests: readonly [string, string][]) => ({
  status,
  assertionResults: tests.map(([fullName, state]) => ({ fullName, status: state })),
});

describe('countVitest()', () => {
  it('counts tests and names the skipped', () => {
    const file = report({
      testResults: [
        suite('failed', ['a', 'passed'], ['b', 'failed']),
        suite('passed', ['c', 'pending'], ['d', 'todo']),
      ],
    });
    expect(countVitest(file, 1)).toEqual({ passed: 1, failed: 1, skipped: ['c', 'd'], failures: ['b'] });
  });

  it('counts a file that could not be loaded as failed', () => {
    expect(countVitest(report({ testResults: [suite('failed'), suite('passed', ['a', 'passed'])] }), 1).failed).toBe(1);
  });

  it('names what failed with the first lines of why, without colours', () => {
    const why = `\u001B[31mAssertionError: expected 1\u001B[39m\n\nto be 2\n${'    at here\n'.repeat(20)}`;
    const failed = { fullName: 'adds', status: 'failed', failureMessages: [why] };
    const testResults = [{ status: 'failed', assertionResults: [failed] }];
    const [line = ''] = countVitest(report({ testResults }), 1).failures ?? [];
    expect(line.split('\n')).toEqual([
      'adds',
      '    AssertionError: expected 1',
      '    to be 2',
      ...Array.from({ length: 6 }, () => '    at here'),
    ]);
  });

  it('counts an error outside any test as failed', () => {
    expect(countVitest(report({ testResults: [suite('passed', ['a', 'passed'])] }), 1)).toMatchObject({
      passed: 1,
      failed: 1,
    });
  });

  it.each(['', '{"testResults": ['])('takes a run that died (report %j) as failed', (text) => {
    expect(countVitest(report(text), null)).toEqual(oneStep(false, 'report.json was not written'));
  });

  it('takes a missing report as failed', () => {
    expect(countVitest(path.join(folder, 'none.json'), 0)).toEqual(oneStep(false, 'none.json was not written'));
  });
});

describe('countPlaywright()', () => {
  const spec = (title: string, status: string) => ({
    title,
    tests: [{ status, results: [{ errors: status === 'unexpected' ? [{ message: 'no button “Start”' }] : [] }] }],
  });
  const suites = [
    {
      title: 'room.spec.ts',
      file: 'room.spec.ts',
      specs: [spec('opens', 'expected')],
      suites: [
        { title: 'session', file: 'room.spec.ts', specs: [spec('runs', 'unexpected'), spec('waits', 'skipped')] },
      ],
    },
  ];

  it('counts nested suites and names the skipped without the file', () => {
    expect(countPlaywright(report({ suites, errors: [] }), 1)).toEqual({
      passed: 1,
      failed: 1,
      skipped: ['session waits'],
      failures: ['session runs\n    no button “Start”'],
    });
  });

  it('counts a test that passed only at a second try as failed', () => {
    const flaky = [{ title: 'f', file: 'f', specs: [spec('opens', 'flaky')] }];
    expect(countPlaywright(report({ suites: flaky, errors: [] }), 0)).toMatchObject({ passed: 0, failed: 1 });
  });

  it('counts errors before the tests', () => {
    expect(countPlaywright(report({ suites: [], errors: [{ message: 'no config' }] }), 1).failed).toBe(1);
  });
});

describe('closing()', () => {
  const tally = sum([
    oneStep(true, 'lint'),
    oneStep(true, 'lint'),
    { passed: 10, failed: 0, skipped: ['needs a lamp', 'needs a keychain'] },
  ]);
  const allowed = parseAllowedSkips('# remark\n\nneeds a lamp | no lamp in CI\n');

  it('ends with one plain line, skips named above it', () => {
    expect(closing(tally, { ci: false, allowed })).toEqual({
      lines: ['skipped: needs a lamp (no lamp in CI)', 'skipped: needs a keychain', '12 passed, 0 failed, 2 skipped'],
      exitCode: 0,
    });
  });

  it('in CI counts a skip that is not allowed as failed', () => {
    const end = closing(tally, { ci: true, allowed });
    expect(end.exitCode).toBe(1);
    expect(end.lines.at(-1)).toBe('12 passed, 1 failed, 1 skipped');
    expect(end.lines).toContain('skipped, which counts as failed here: needs a keychain');
  });

  it('repeats what failed just above the last line', () => {
    const end = closing(sum([tally, oneStep(false, 'lint')]), { ci: false, allowed });
    expect(end.lines.slice(-2)).toEqual(['failed: lint', '12 passed, 1 failed, 2 skipped']);
  });

  it('leaves skips out of a line that has none', () => {
    const end = closing(sum([nothing, oneStep(false, 'lint')]), { ci: true, allowed });
    expect(end.lines).toEqual(['failed: lint', '0 passed, 1 failed']);
  });
});

describe('parseAllowedSkips()', () => {
  it.each(['a test without reason', 'a test | ', ' | a reason'])('refuses %j', (line) => {
    expect(() => parseAllowedSkips(line)).toThrow('name | reason');
  });

  it('reads the file of this project', () => {
    expect(() => parseAllowedSkips(readFileSync('test/allowed-skips', 'utf8'))).not.toThrow();
  });
});
