import type { Page } from 'playwright/test';
import { axeFindings } from '../helpers/axe-findings.ts';
import { expect, test } from '../helpers/launch-room.ts';
import { ALVAREZ, Nurse } from '../helpers/nurse.ts';

interface HowlerLike {
  readonly _howls: readonly { readonly _sounds: readonly { readonly _node?: HTMLAudioElement }[] }[];
}
/** What the window's audio elements were seen to do. */
interface Seen {
  /** Most elements that were heard at one look. */
  most: number;
  /** File, position (s) and volume of what is heard now. */
  heard: { readonly file: string; readonly at: number; readonly volume: number } | null;
  /** The first look at each file while it was heard: its volume, and how long before it was told to play, ms. */
  readonly first: Record<string, { readonly volume: number; readonly ageMs: number }>;
  /** The volume of the first look at each file after a second of it. */
  readonly second: Record<string, number>;
}
declare global {
  interface Window {
    seen?: Seen;
  }
}

const shots = process.env['STILLROOM_SHOTS'];

/** Looks at the elements themselves every 20 ms, or when a slow machine comes to it; not at what the window says of them. */
async function watchSound(page: Page): Promise<void> {
  await page.evaluate(() => {
    const seen: Seen = { most: 0, heard: null, first: {}, second: {} };
    window.seen = seen;
    const fileOf = (node: HTMLMediaElement): string => decodeURIComponent(node.src.split('/media/')[1] ?? '');
    const toldAt: Record<string, number> = {};
    const play = Reflect.get(HTMLMediaElement.prototype, 'play') as () => Promise<void>;
    HTMLMediaElement.prototype.play = function told(this: HTMLMediaElement) {
      toldAt[fileOf(this)] ??= performance.now();
      return play.call(this);
    };
    setInterval(() => {
      const { Howler } = globalThis as unknown as { readonly Howler?: HowlerLike };
      const nodes = (Howler?._howls ?? []).flatMap(({ _sounds }) => _sounds.flatMap(({ _node }) => _node ?? []));
      const audible = nodes.filter((node) => !node.paused && !node.muted && node.volume > 0 && node.currentTime > 0);
      seen.most = Math.max(seen.most, audible.length);
      const [one] = audible;
      seen.heard = one === undefined ? null : { file: fileOf(one), at: one.currentTime, volume: one.volume };
      if (seen.heard === null) return;
      const { file, at, volume } = seen.heard;
      seen.first[file] ??= { volume, ageMs: performance.now() - (toldAt[file] ?? Infinity) };
      if (at > 1) seen.second[file] ??= volume;
    }, 20);
  });
}
const seen = (page: Page) => page.evaluate(() => window.seen ?? null);
const heard = async (page: Page) => (await seen(page))?.heard ?? null;

test('a patient chooses in French: the volume out of silence, previews that never meet, a reload, a PIN that leads out', async ({
  launchRoom,
}) => {
  const room = await launchRoom({ env: { STILLROOM_STANDIN_KEYCHAIN: 'gnome_libsecret' } });
  const nurse = new Nurse(room.room);
  await nurse.setUp();
  await nurse.openPractice();
  const hello = await nurse.request('hello', {});
  const sessionId = hello.ok ? (hello.data.status.liveSessionId ?? '') : '';
  const opened = await nurse.request('intake.open', { sessionId, language: 'en', ownFiles: null });
  expect(opened).toMatchObject({ ok: true });
  const page = await room.window('patient');
  await page.setViewportSize({ width: 1366, height: 768 });
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
  const keep = async (name: string) => shots !== undefined && page.screenshot({ path: `${shots}/${name}.png` });
  await press('Français');
  await expect(page.getByRole('heading', { name: 'Bienvenue' })).toBeVisible();
  await press('Commencer');

  // The first sound rises from silence, and more slowly than anybody starts at.
  await watchSound(page);
  await press('Je veux bien écouter');
  await expect.poll(async () => (await heard(page))?.at ?? 0).toBeGreaterThan(1);
  const [early = 1] = Object.values((await seen(page))?.second ?? {});
  await expect.poll(async () => (await heard(page))?.volume ?? 0).toBeGreaterThan(early * 1.5);
  await press('Moins fort');
  await press('C’est bien ainsi');

  // Another card while one is heard: the first goes to silence before the second is heard, which begins in silence too.
  await page.getByRole('button', { name: /^Shoreline/ }).click();
  await expect.poll(async () => (await heard(page))?.file).toMatch(/^shoreline\//);
  await expect.poll(async () => (await heard(page))?.volume ?? 0).toBeGreaterThan(0.02);
  await keep('intake-music');
  await page.getByRole('button', { name: /^Understory Bois, souffle/ }).click();
  await expect.poll(async () => (await heard(page))?.file).toMatch(/^understory\//);
  const at = (await heard(page))?.at ?? 0;
  await expect.poll(async () => (await heard(page))?.at ?? 0).toBeGreaterThan(at + 0.5);
  const sound = await seen(page);
  expect(sound?.most).toBe(1);
  // From silence: where the first look came late, no louder than a rise over two seconds would be by then.
  expect(Object.keys(sound?.first ?? {}).length).toBeGreaterThanOrEqual(2);
  for (const { volume, ageMs } of Object.values(sound?.first ?? {})) expect(volume).toBeLessThan(0.05 + ageMs / 2_000);
  expect(await axeFindings(page)).toEqual([]);
  await press('Celle-ci, s’il vous plaît');

  // Words to take along, and a reload that comes back to where they were. The room's keys do nothing here.
  const intention = page.getByLabel('Avec vos propres mots');
  const scope = page.getByRole('button', { name: 'Pour aujourd’hui' });
  await expect(intention.or(scope)).toBeVisible();
  if (await scope.isVisible()) {
    await scope.click();
    await press('Continuer');
  }
  await intention.fill('La mer au matin');
  await press('Continuer');
  await press('Oui, volontiers');
  await press('Continuer');
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Jusqu’où peut-il faire sombre ?' })).toBeVisible();
  for (const key of ['F7', 'F8', 'n', '?']) await page.keyboard.press(key);
  await expect(page.getByRole('heading', { name: 'Jusqu’où peut-il faire sombre ?' })).toBeVisible();
  await press('Pénombre');
  await press('Continuer');
  await press('Me toucher l’épaule');
  await press('Continuer');
  await press('Je lève la main');
  await press('Continuer');
  await press('Passer');
  for (const words of ['Understory', 'La mer au matin', 'Avec une couverture', 'Pénombre', 'Me toucher l’épaule'])
    await expect(page.getByText(words)).toBeVisible();
  await keep('intake-summary');
  await press('C’est bien ainsi');
  await expect(page.getByRole('heading', { name: 'Un moment de calme' })).toBeVisible();
  await expect(page.getByText('La mer au matin')).toBeHidden();

  const closed = page.waitForEvent('close');
  await press('Équipe');
  await page.getByLabel('Code PIN').fill(ALVAREZ.pin);
  await page.getByLabel('Code PIN').press('Enter');
  await closed;
  const after = await nurse.request('session.open', { sessionId });
  expect(after.ok && after.data.music?.set?.title).toBe('Understory');
  const kept = (await nurse.recordOf(sessionId)).flatMap(({ body }) =>
    body.type === 'intakeKept' ? [body.choice] : [],
  );
  expect(kept.at(-1)).toMatchObject({
    language: 'fr',
    music: { kind: 'set' },
    comfort: { blanket: 'yes', approach: 'touchShoulder', stopSign: 'I raise my hand', darkest: 0.12 },
  });
  expect((await nurse.recordOf(sessionId)).some(({ body }) => body.type === 'emergencyBegun')).toBe(false);
});
