import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { appendEvents, commandAnswer, headOf } from '../../../electron/record/append.ts';
import { canonicalJson, sha256Hex } from '../../../electron/record/canonical-json.ts';
import type { Append, OpenOptions } from '../../../electron/record/client-types.ts';
import { getContent } from '../../../electron/record/contents.ts';
import { closeStore, type Store } from '../../../electron/record/store.ts';
import { checkTail, verifyAll } from '../../../electron/record/verify.ts';
import { openStoreOrThrow } from '../../helpers/temp-record.ts';
import { assertSaid } from '../sentences.ts';
import type { Step } from './plan.ts';
import type { Said } from './said.ts';

/** What the whole file must hold beside the round that is looked at. */
export interface Before {
  readonly events: number;
}

/**
 * Looks at a record whose writer was killed: everything acknowledged is there once, the rest once or not at all and
 * nothing after a gap, the chain holds; then sends all of it again, after which every step is there once.
 * @returns events in the file afterwards
 */
export async function audit(options: OpenOptions, said: Said, steps: readonly Step[], before: Before): Promise<number> {
  if (!said.opened && before.events === 0 && !existsSync(options.file)) return 0;
  const store = openStoreOrThrow({ ...options, mayCreate: false });
  try {
    await assertWhole(store);
    const kept = assertKept(store, said, steps);
    assert.equal(eventsIn(store), before.events + kept, 'events in the file');
    const all = askAgain(store, said, steps);
    assert.equal(eventsIn(store), before.events + all, 'events after asking again');
    await assertWhole(store);
    return before.events + all;
  } finally {
    closeStore(store);
  }
}

/** Tail and chain hold, SQLite finds nothing, and what the start-up check tells has its sentence. */
async function assertWhole(store: Store): Promise<void> {
  const tail = await checkTail(store);
  assert.deepEqual(
    tail.findings.filter(({ code }) => code !== 'record.notClosedCleanly'),
    [],
  );
  for (const { code } of tail.findings) assertSaid(code);
  assert.deepEqual((await verifyAll(store)).findings, []);
  assert.equal(store.writer.pragma('integrity_check', { simple: true }), 'ok');
}

/** @returns events of this round that are in the file */
function assertKept(store: Store, said: Said, steps: readonly Step[]): number {
  let events = 0;
  let missing: number | null = null;
  for (const index of said.asked) {
    const step = steps[index];
    const acknowledged = said.acknowledged.has(index);
    if (step?.kind === 'content' && acknowledged) {
      const hash = sha256Hex(Buffer.from(canonicalJson(step.value), 'utf8'));
      assert.equal(getContent(store, hash).ok, true, `content of step ${index}`);
    }
    if (step?.kind !== 'append') continue;
    const answer = commandAnswer(store.reader, commandOf(step.requests));
    if (answer === null) {
      assert.equal(acknowledged, false, `step ${index} was acknowledged and is lost`);
      missing ??= index;
      continue;
    }
    assert.equal(missing, null, `step ${index} is there, step ${missing} before it is not`);
    if (acknowledged) assert.equal(answer.seq, said.acknowledged.get(index), `seq of step ${index}`);
    assert.deepEqual(
      answer.events.map(({ stream, body }) => ({ stream, body })),
      step.requests.flatMap(({ stream, events: own }) => own.map(({ body }) => ({ stream, body }))),
    );
    events += answer.events.length;
  }
  return events;
}

/** @returns events of this round now */
function askAgain(store: Store, said: Said, steps: readonly Step[]): number {
  let events = 0;
  for (const index of said.asked) {
    const step = steps[index];
    if (step?.kind !== 'append') continue;
    const answer = appendEvents(store, step.requests);
    assert.equal(answer.ok, true, `step ${index}, asked again`);
    events += step.requests.reduce((sum, request) => sum + request.events.length, 0);
    if (said.acknowledged.has(index)) assert.equal(answer.ok && answer.seq, said.acknowledged.get(index));
  }
  return events;
}

function commandOf(requests: readonly Append[]): string {
  return requests[0]?.commandId ?? '';
}

function eventsIn(store: Store): number {
  const { seq } = headOf(store.reader, store.chainStart);
  assert.deepEqual(store.reader.prepare('SELECT count(*) AS rows FROM events').get(), { rows: seq }, 'rows and seq');
  return seq;
}
