import { expect, type Page } from 'playwright/test';
import { axeFindings } from '../helpers/axe-findings.ts';
import { test } from '../renderer/preview/preview-page.ts';

/** Practice with a simulated patient, on the preview: the cuff takes its half minute, the pump needs a hand, the end is told. */

const later = (page: Page, ms: number) => page.evaluate((by) => window.stillroomPreview?.advance(by), ms);

test('a cuff that sits badly, seated anew, and a pump that stopped by itself', async ({ open }) => {
  const page = await open('scene=infusing&practice=eventful&min=5&rate=0');
  const patient = page.getByRole('region', { name: 'Simulated patient' });
  await patient.getByRole('button', { name: 'Measure' }).click();
  await expect(patient.getByText('measuring, 30 s')).toBeVisible();
  await later(page, 31_000);
  await expect(patient.getByText('no reading: cuff sits loose')).toBeVisible();
  await patient.getByRole('button', { name: 'Seat the cuff anew' }).click();
  await patient.getByRole('button', { name: 'Measure' }).click();
  await later(page, 31_000);
  await expect(patient.getByText(/^1\d\d\/\d\d at \d\d:\d\d$/)).toBeVisible();
  await later(page, 16 * 60_000);
  await expect(patient.getByText(/stopped by itself/)).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);
  await patient.getByRole('button', { name: 'See to the line' }).click();
  await expect(patient.getByText(/stopped by itself/)).toBeHidden();
});

test('another pace, and back', async ({ open }) => {
  const page = await open('scene=infusing&practice=ordinary&min=5&rate=0');
  await page.getByLabel('Pace').selectOption('60');
  await expect(page.getByRole('timer').first()).toContainText(/4[0-3]:/);
  await page.getByLabel('Pace').selectOption('1');
  await expect(page.getByLabel('Pace')).toHaveValue('1');
});

test('at the end: what came up and what was recorded', async ({ open }) => {
  const page = await open('scene=recovery&practice=sick&rate=0');
  await page.evaluate(async () => {
    const preview = window.stillroomPreview;
    const sessionId = preview?.status.liveSessionId ?? '';
    const seenSeq = preview?.sessions.get(sessionId)?.session.seq ?? 0;
    const command = {
      type: 'finish',
      how: 'againstAdvice',
      escort: null,
      note: 'asked to go',
      told: 'Dr. Lindqvist',
      agoMs: 0,
    };
    const args = { sessionId, commandId: 'the-end', seenSeq, command };
    await preview?.bridge.request(JSON.stringify({ name: 'session.command', args }));
  });
  const debrief = page.getByRole('region', { name: 'What came up, and what was recorded' });
  await expect(debrief.getByRole('row', { name: /Felt sick/ })).toContainText('nausea');
  await expect(debrief.getByRole('row', { name: /Vomited/ })).toContainText('nothing recorded');
  await expect(debrief.getByRole('row', { name: /Reading due/ }).first()).toContainText('reading');
  expect(await axeFindings(page)).toEqual([]);
  if (process.env['ED_SHOT'] !== undefined) await page.screenshot({ path: process.env['ED_SHOT'] });
});
