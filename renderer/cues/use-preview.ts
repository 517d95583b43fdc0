import { useEffect, useRef, useState } from 'react';
import type { Failure } from '../../shared/ipc/answer.ts';
import type { Sheet } from '../../shared/cues/planned.ts';
import { previewSpan } from '../../shared/cues/preview-run.ts';
import { useClient } from '../client/room-context.ts';
import { momentNow, paused, played, previewAtStart, soughtTo, type PreviewPlay } from './preview-play.ts';

/** A finger that scrubs tells the lamps so often at most, ms. */
const LAMPS_MS = 250;

/** A preview on the screen and, where it is asked for, on the lamps. `clock` gives monotonic ms. */
export function usePreview(sheet: Sheet, clock: () => number = () => performance.now()) {
  const client = useClient();
  const [play, setPlay] = useState<PreviewPlay>(() => previewAtStart(sheet));
  const [now, setNow] = useState(clock);
  const [lamps, setLamps] = useState<{ readonly on: boolean; readonly missed: readonly string[] }>(noLamps);
  const [failure, setFailure] = useState<Failure | null>(null);
  const told = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const atMs = momentNow(play, sheet, now);
  const over = play.running && atMs >= previewSpan(sheet).toMs;

  useEffect(() => {
    if (!play.running || over) return undefined;
    let frame = requestAnimationFrame(function draw() {
      setNow(clock());
      frame = requestAnimationFrame(draw);
    });
    return () => cancelAnimationFrame(frame);
  }, [play.running, over, clock]);
  useEffect(() => client.onPush('cuePreview', setLamps), [client]);
  // Whatever takes this off the screen, the lock included, brings the lamps back.
  useEffect(
    () => () => {
      clearTimeout(told.current);
      void client.request('cuePreview.end', {});
    },
    [client],
  );

  const onLamps = async (at: number, running: boolean): Promise<void> => {
    const { cues, infusionMs } = sheet;
    const answer = await client.request('cuePreview.play', { cues: [...cues], infusionMs, atMs: at });
    setFailure(answer.ok ? null : answer);
    if (answer.ok && !running) await client.request('cuePreview.pause', {});
  };
  const go = (next: PreviewPlay): void => {
    setNow(next.sinceMs);
    setPlay(next);
  };
  return {
    atMs,
    running: play.running && !over,
    lamps,
    failure,
    toggle: () => {
      const nowMs = clock();
      const running = play.running && !over;
      const next = running ? paused(play, sheet, nowMs) : played(play, sheet, nowMs);
      go(next);
      if (!lamps.on) return;
      if (running) void client.request('cuePreview.pause', {});
      else void onLamps(next.atMs, true);
    },
    seek: (to: number) => {
      const next = soughtTo(play, to, clock());
      go(next);
      if (!lamps.on) return;
      clearTimeout(told.current);
      told.current = setTimeout(() => void onLamps(to, next.running), LAMPS_MS);
    },
    /** Plays on the lamps as well, or no more; they come back then. */
    setLamps: (on: boolean) => {
      if (!on) return void client.request('cuePreview.end', {});
      const next = play.running && !over ? soughtTo(play, atMs, clock()) : played(play, sheet, clock());
      go(next);
      return void onLamps(next.atMs, true);
    },
  };
}

const noLamps = { on: false, missed: [] } as const;
