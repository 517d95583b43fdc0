import { beforeEach, describe, expect, it } from 'vitest';
import { createOutput, LOOK_MS, RETURN_MS, type Output, type Voice } from '../../../renderer/player/output.ts';
import type { SinkElement } from '../../../renderer/player/sink.ts';
import type { OutputSeen } from '../../../shared/ipc/output.ts';
import type { OutputDevice } from '../../../shared/music/output.ts';
import { fakeTime, type FakeTime } from '../../helpers/fake-time.ts';

const over = { deviceId: 'over', label: 'Over-ear' };
const ear = { deviceId: 'ear', label: 'In-ear' };
const speaker = { deviceId: 'speaker', label: 'Speaker' };
const SINK_MS = 40;

/** A computer: its devices, and where each element's sound comes out. The system moves sound off a device that goes. */
class Computer {
  readonly time: FakeTime = fakeTime();
  devices: OutputDevice[] = [{ deviceId: 'default', label: 'Default' }, over, ear, speaker];
  fails = false;
  hangs = false;
  /** Lists its devices and lets nobody on them, as one that another program holds. */
  refuses = false;
  readonly told: OutputSeen[] = [];
  readonly voices: { readonly voice: Voice; volume: number; heardOn: () => string }[] = [];
  readonly output: Output;

  constructor() {
    this.output = createOutput({
      list: () => {
        if (this.hangs) return new Promise(() => undefined);
        return this.fails ? Promise.reject(new Error('no devices')) : Promise.resolve([...this.devices]);
      },
      now: this.time.now,
      every: this.time.every,
      tell: (seen) => this.told.push(seen),
    });
  }

  /** What a sound is heard on: the speaker where its own device is gone, or it has none. */
  voice(): { readonly voice: Voice; volume: number; heardOn: () => string } {
    const there = (id: string): boolean => this.devices.some(({ deviceId }) => deviceId === id);
    const refuses = (): boolean => this.refuses;
    let route = 'speaker';
    const node = {
      muted: false,
      sinkId: '',
      setSinkId(id: string): Promise<void> {
        return new Promise((resolve, reject) => {
          time.after(SINK_MS, () => {
            if (id !== '' && (!there(id) || refuses())) return reject(new Error('NotFoundError'));
            // As Chromium: the same one again changes nothing, wherever the system has led it meanwhile.
            if (node.sinkId !== id) route = id === '' ? 'speaker' : id;
            node.sinkId = id;
            resolve();
          });
        });
      },
    };
    const { time } = this;
    const made = {
      voice: { node: node as SinkElement, apply: (volume: number) => void (made.volume = volume) },
      volume: 1,
      heardOn: () => {
        if (!there(route)) route = 'speaker';
        return route;
      },
    };
    this.voices.push(made);
    return made;
  }

  /** Takes a sound and plays it at a level. */
  async play(level: number) {
    const made = this.voice();
    this.output.take(made.voice);
    const ready = this.output.ready(made.voice);
    await this.time.pass(SINK_MS + 1);
    await ready;
    this.output.level(made.voice, level);
    return made;
  }

  /** Lets time pass; what was heard, and where, every 10 ms. */
  async hear(ms: number): Promise<readonly { readonly at: number; readonly on: string; readonly volume: number }[]> {
    const heard: { at: number; on: string; volume: number }[] = [];
    for (let passed = 0; passed < ms; passed += 10) {
      await this.time.pass(10);
      for (const { voice, volume, heardOn } of this.voices)
        if (!voice.node.muted && volume > 0) heard.push({ at: this.time.now(), on: heardOn(), volume });
    }
    return heard;
  }

  unplug(gone: OutputDevice): void {
    this.devices = this.devices.filter((device) => device !== gone);
  }
}

let pc: Computer;
beforeEach(() => {
  pc = new Computer();
});

const places = (heard: readonly { readonly on: string }[]): string[] => [...new Set(heard.map(({ on }) => on))];

describe('where the music is heard', () => {
  it('nowhere, until somebody has said where', async () => {
    await pc.play(0.5);
    expect(await pc.hear(3_000)).toEqual([]);
    expect(pc.told).toEqual([]);
  });

  it('where the system plays, with nothing chosen', async () => {
    pc.output.follow({ chosen: null, cap: 1 });
    await pc.play(0.5);
    const heard = await pc.hear(1_000);
    expect(places(heard)).toEqual(['speaker']);
    expect(heard.at(-1)?.volume).toBe(0.5);
  });

  it('on the chosen headphones from the first sound on, under their cap', async () => {
    pc.output.follow({ chosen: over, cap: 0.5 });
    await pc.play(0.8);
    const heard = await pc.hear(2_000);
    expect(places(heard)).toEqual(['over']);
    expect(heard.at(-1)?.volume).toBeCloseTo(0.4);
    expect(pc.told.at(-1)).toMatchObject({ state: 'present', deviceId: 'over', devices: [over, ear, speaker] });
  });

  it('whatever is asked for is not louder than the cap, also while the cap changes', async () => {
    pc.output.follow({ chosen: over, cap: 0.3 });
    const made = await pc.play(7);
    await pc.hear(1_000);
    expect(made.volume).toBeCloseTo(0.3);
    pc.output.follow({ chosen: over, cap: 0.2 });
    const heard = await pc.hear(2_000);
    expect(Math.max(...heard.map(({ volume }) => volume))).toBeLessThanOrEqual(0.3);
    expect(heard.at(-1)?.volume).toBeCloseTo(0.2);
    expect(places(heard)).toEqual(['over']);
  });

  it('nowhere for a sound that nobody has put there yet', async () => {
    pc.output.follow({ chosen: over, cap: 1 });
    await pc.hear(1_000);
    const { voice } = pc.voice();
    pc.output.take(voice);
    pc.output.level(voice, 1);
    expect(await pc.hear(2_000)).toEqual([]);
  });

  it('is found by its label under another id', async () => {
    pc.output.follow({ chosen: { ...over, deviceId: 'from-before' }, cap: 1 });
    await pc.play(0.5);
    expect(places(await pc.hear(1_000))).toEqual(['over']);
    expect(pc.told.at(-1)?.deviceId).toBe('over');
    // Main names it by its new id from then on: nothing changes.
    pc.output.follow({ chosen: over, cap: 1 });
    const heard = await pc.hear(1_000);
    expect(Math.min(...heard.map(({ volume }) => volume))).toBe(0.5);
  });
});

describe('headphones that go', () => {
  it('silence everything at the next look, and nothing is heard in the room after it', async () => {
    pc.output.follow({ chosen: over, cap: 1 });
    await pc.play(0.5);
    await pc.play(0.3);
    await pc.hear(1_000);
    pc.unplug(over);
    const gone = pc.time.now();
    const heard = (await pc.hear(10_000)).filter(({ on }) => on === 'speaker');
    expect(Math.max(...heard.map(({ at }) => at - gone))).toBeLessThanOrEqual(LOOK_MS);
    expect(pc.told.at(-1)?.state).toBe('lost');
    expect(pc.voices.every(({ voice }) => voice.node.muted)).toBe(true);
  });

  it('keep new sounds silent as well', async () => {
    pc.output.follow({ chosen: over, cap: 1 });
    await pc.play(0.5);
    pc.unplug(over);
    await pc.hear(1_000);
    await pc.play(0.5);
    expect(await pc.hear(5_000)).toEqual([]);
  });

  it('come back slowly, on them alone', async () => {
    pc.output.follow({ chosen: over, cap: 0.5 });
    await pc.play(1);
    await pc.hear(1_000);
    pc.unplug(over);
    await pc.hear(3_000);
    pc.devices = [...pc.devices, over];
    const back = pc.time.now();
    const heard = await pc.hear(RETURN_MS + 3_000);
    expect(places(heard)).toEqual(['over']);
    const volumes = heard.map(({ volume }) => volume);
    expect(Math.max(...volumes.map((volume, i) => volume - (volumes[i - 1] ?? 0)))).toBeLessThan(0.01);
    expect(heard.at(0)!.at - back).toBeGreaterThanOrEqual(1_000);
    expect(heard.findIndex(({ volume }) => volume > 0.499) * 10).toBeGreaterThan(RETURN_MS - 1_000);
    expect(volumes.at(-1)).toBeCloseTo(0.5);
  });

  it('that come and go with a loose contact do not come back in between', async () => {
    pc.output.follow({ chosen: over, cap: 1 });
    await pc.play(1);
    await pc.hear(1_000);
    for (let times = 0; times < 5; times += 1) {
      pc.unplug(over);
      await pc.hear(700);
      pc.devices = [...pc.devices, over];
      expect((await pc.hear(900)).filter(({ on }) => on === 'speaker')).toEqual([]);
    }
  });

  it('are listed and let no sound in: as if they were gone, told once, and slow when they do', async () => {
    pc.refuses = true;
    pc.output.follow({ chosen: over, cap: 1 });
    await pc.play(1);
    expect(await pc.hear(5_000)).toEqual([]);
    expect(pc.told.map(({ state }) => state).filter((state, i, all) => state !== all[i - 1])).toEqual([
      'waiting',
      'present',
      'lost',
    ]);
    pc.refuses = false;
    const heard = await pc.hear(RETURN_MS + 3_000);
    expect(places(heard)).toEqual(['over']);
    expect(heard.findIndex(({ volume }) => volume > 0.99) * 10).toBeGreaterThan(RETURN_MS - 1_000);
    expect(pc.told.at(-1)?.state).toBe('present');
  });

  it('and a look that fails or hangs is silence after two seconds, until looks work again', async () => {
    pc.output.follow({ chosen: over, cap: 1 });
    await pc.play(1);
    await pc.hear(1_000);
    pc.fails = true;
    await pc.hear(2_600);
    expect(await pc.hear(1_000)).toEqual([]);
    pc.fails = false;
    await pc.hear(RETURN_MS + 3_000);
    expect(pc.voices[0]?.volume).toBeCloseTo(1);
    pc.hangs = true;
    await pc.hear(3_100);
    expect(await pc.hear(1_000)).toEqual([]);
  });
});

describe('other headphones', () => {
  it('chosen while music plays: down on these, then up on those, and nowhere else', async () => {
    pc.output.follow({ chosen: over, cap: 1 });
    await pc.play(0.6);
    await pc.hear(1_000);
    pc.output.follow({ chosen: ear, cap: 0.5 });
    const heard = await pc.hear(10_000);
    expect(places(heard)).toEqual(['over', 'ear']);
    const volumes = heard.map(({ volume }) => volume);
    const steps = volumes.slice(1).map((volume, i) => Math.abs(volume - volumes[i]!));
    expect(Math.max(...steps)).toBeLessThan(0.06);
    expect(volumes.at(-1)).toBeCloseTo(0.3);
  });

  it('chosen and taken back at once: the music stays where it is', async () => {
    pc.output.follow({ chosen: over, cap: 1 });
    await pc.play(0.6);
    await pc.hear(1_000);
    pc.output.follow({ chosen: ear, cap: 1 });
    await pc.hear(200);
    pc.output.follow({ chosen: over, cap: 1 });
    const heard = await pc.hear(10_000);
    expect(places(heard)).toEqual(['over']);
    expect(heard.at(-1)?.volume).toBeCloseTo(0.6);
  });

  it('chosen while the first are missing: heard on those', async () => {
    pc.output.follow({ chosen: over, cap: 1 });
    await pc.play(0.6);
    await pc.hear(1_000);
    pc.unplug(over);
    await pc.hear(2_000);
    pc.output.follow({ chosen: ear, cap: 1 });
    const heard = await pc.hear(12_000);
    expect(places(heard)).toEqual(['ear']);
    expect(heard.at(-1)?.volume).toBeCloseTo(0.6);
  });

  it('a sound that is dropped is heard no more, and its element may be used again', async () => {
    pc.output.follow({ chosen: over, cap: 1 });
    const made = await pc.play(0.6);
    pc.output.drop(made.voice);
    pc.output.level(made.voice, 1);
    expect(await pc.hear(1_000)).toEqual([]);
    expect(made.volume).toBeLessThanOrEqual(0.6);
  });
});
