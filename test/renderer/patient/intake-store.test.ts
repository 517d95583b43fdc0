import { describe, expect, it } from 'vitest';
import { IntakeStore } from '../../../renderer/patient/intake-store.ts';
import type { Step } from '../../../renderer/patient/steps.ts';
import { openChoice } from '../../../shared/intake/choice.ts';
import { offered } from '../../../shared/intake/offered-set.ts';
import { fakeTime } from '../../helpers/fake-time.ts';
import { inPageIntake, INTAKE_PIN, type InPageIntakeOptions } from '../../helpers/in-page/intake.ts';
import { shoreline } from '../../helpers/music-builder.ts';

const sets = [offered('hash-shoreline', shoreline.set!)];
const quiet = { kind: 'quiet' } as const;

function memoryOf(): { readonly kept: Map<string, string>; readonly memory: Storage } {
  const kept = new Map<string, string>();
  const memory = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
  return { kept, memory: memory as unknown as Storage };
}

async function setUp(options: Omit<InPageIntakeOptions, 'sets'> = {}) {
  const time = fakeTime();
  const main = inPageIntake({ sets, ...options });
  const { kept, memory } = memoryOf();
  const opened = async (): Promise<IntakeStore> => {
    const store = new IntakeStore({ main, memory, after: time.after });
    await store.read();
    return store;
  };
  const store = await opened();
  const walk = (): readonly Step[] => {
    const seen: Step[] = [];
    for (let left = 20; left > 0 && seen.at(-1) !== store.get().asking?.step; left -= 1) {
      seen.push(store.get().asking!.step);
      store.next();
    }
    return seen;
  };
  return { store, main, kept, time, walk, opened };
}

describe('the questions', () => {
  it('can all be skipped; what asks nothing is left out', async () => {
    const { walk } = await setUp();
    expect(walk()).toEqual([
      ...['welcome', 'volume', 'music', 'intention', 'comfort', 'dark', 'approach', 'stop', 'avoid', 'summary'],
    ]);
  });

  it('ask whose visit it is for once music is chosen, and where one has a phone', async () => {
    const { store, walk } = await setUp();
    store.change({ music: { kind: 'ownPhone' } });
    expect(walk().slice(2, 6)).toEqual(['music', 'own', 'scope', 'intention']);
  });

  it('keep every step, a choice once, and are where they were after a reload', async () => {
    const { store, main, opened, time } = await setUp();
    store.next();
    store.change({ loudness: 0.4 });
    store.next();
    store.change({ music: quiet });
    store.next();
    await time.pass(0);
    const again = await opened();
    expect(again.get().asking).toMatchObject({ step: 'scope', choice: { music: quiet, loudness: 0.4 } });
    expect(main.kept.at(-1)).toMatchObject({ music: quiet, loudness: 0.4 });
    store.keep();
    const before = main.kept.length;
    store.keep();
    expect(main.kept).toHaveLength(before);
  });

  it('lose nothing when the language changes', async () => {
    const { store, main, time } = await setUp();
    store.change({ music: quiet });
    store.setLanguage('fr');
    await time.pass(0);
    expect(main.kept.at(-1)).toEqual({ ...openChoice('fr'), music: quiet });
    expect(store.get().asking?.step).toBe('welcome');
  });

  it('go from the summary to one answer and back', async () => {
    const { store, walk } = await setUp();
    walk();
    store.revise('dark');
    store.next();
    expect(store.get().asking?.step).toBe('summary');
    store.revise('music');
    store.change({ music: quiet });
    store.next();
    expect(store.get().asking?.step).toBe('scope');
    store.next();
    expect(store.get().asking?.step).toBe('summary');
  });

  it('take the last visit as it was but for the words of that day, and have the volume heard', async () => {
    const { intention: _none, ...last } = { ...openChoice('de'), music: quiet, loudness: 0.3, noDrums: true };
    const { store } = await setUp({ asks: { earlier: [{ choice: last }] } });
    store.sameAgain();
    expect(store.get().asking).toMatchObject({
      step: 'volume',
      choice: { ...last, language: 'en', intention: null },
    });
    store.next();
    expect(store.get().asking?.step).toBe('summary');
  });
});

describe('what cannot be kept', () => {
  it('is said, stays on the screen, is tried again, and holds the patient’s leaving up', async () => {
    const { store, main, time } = await setUp();
    main.refuse(true);
    store.change({ music: quiet });
    await store.finish();
    expect(store.get()).toMatchObject({ screen: 'asking', unsaved: true, asking: { choice: { music: quiet } } });
    main.refuse(false);
    await time.pass(3_000);
    expect(store.get().unsaved).toBe(false);
    expect(main.kept.at(-1)?.music).toEqual(quiet);
    await store.finish();
    expect(store.get().screen).toBe('resting');
  });
});

describe('a set that is taken away meanwhile', () => {
  it('leaves the music open again, with the cards there are', async () => {
    const { store, main, time } = await setUp();
    main.offer([]);
    store.change({ music: { kind: 'set', musicHash: 'hash-shoreline' }, loudness: 0.4 });
    store.keep();
    await time.pass(3_000);
    expect(store.get()).toMatchObject({ unsaved: false, asking: { sets: [], choice: { music: null, loudness: 0.4 } } });
    expect(main.kept.at(-1)).toMatchObject({ music: null, loudness: 0.4 });
  });
});

describe('leaving', () => {
  it('takes a PIN that fits, and leaves nothing of the patient in the window', async () => {
    const { store, kept } = await setUp();
    store.change({ intention: { text: 'Only mine', readers: 'nurse', inExport: false } });
    store.next();
    expect(await store.leave('alvarez', '0000')).toBe('access.wrongPin');
    expect(store.get().screen).toBe('asking');
    expect(await store.leave('alvarez', INTAKE_PIN)).toBeNull();
    expect(store.get()).toMatchObject({ screen: 'resting', asking: null });
    expect(JSON.stringify([...kept])).toBe('[]');
  });

  it('begins at the welcome when the questions are opened anew', async () => {
    const { store, main, time } = await setUp();
    store.next();
    main.push({ screen: 'resting' });
    expect(store.get()).toMatchObject({ screen: 'resting', asking: null });
    main.push({ screen: 'asking' });
    await time.pass(0);
    expect(store.get().asking?.step).toBe('welcome');
  });
});
