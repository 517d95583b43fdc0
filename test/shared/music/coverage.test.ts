import { describe, expect, it } from 'vitest';
import { coverage } from '../../../shared/music/coverage.ts';
import { musicTimeline, SETTLING_MS } from '../../../shared/music/timeline.ts';
import { defaultProtocol, fitProtocol } from '../../../shared/protocol/default-protocol.ts';
import { MINUTE } from '../../helpers/fake-clock.ts';
import { shoreline, track } from '../../helpers/music-builder.ts';

const protocol = defaultProtocol(0, 'Test');
const spans = musicTimeline(protocol);

describe('musicTimeline()', () => {
  it('follows the cue sheet from settling in to the end of recovery', () => {
    const minutes = spans.map(({ phase, fromMs, untilMs }) => [phase, fromMs / MINUTE, untilMs / MINUTE]);
    expect(minutes).toEqual([
      ['arrive', -SETTLING_MS / MINUTE, 0],
      ['onset', 0, 8],
      ['build', 8, 18],
      ['peak', 18, 38],
      ['return', 38, 50],
      ['recovery', 50, 110],
    ]);
  });

  it('drops what counts from the start once the return has begun, and phases of no length', () => {
    const late = {
      id: 'late',
      anchor: { from: 'start', offsetMs: 45 * MINUTE },
      action: { kind: 'music', phase: 'peak' },
    };
    const cues = [...protocol.cues, late as (typeof protocol.cues)[number]];
    expect(musicTimeline({ ...protocol, cues })).toEqual(spans);
    const none = musicTimeline({ ...protocol, recoveryMs: 0 }).map(({ phase }) => phase);
    expect(none).toEqual(['arrive', 'onset', 'build', 'peak', 'return']);
  });
});

describe('coverage()', () => {
  const of = (phase: string, found = coverage(shoreline.set?.tracks ?? [], spans)) =>
    found.find((one) => one.phase === phase);

  it('says what a phase has, crossfades taken off, against what is wanted', () => {
    expect(of('peak')).toEqual({
      phase: 'peak',
      tracks: 5,
      wantedMs: 20 * MINUTE,
      hasMs: 20 * MINUTE - 5 * 12_000,
      shortMs: 60_000,
    });
    expect(of('build')?.shortMs).toBe(0);
  });

  it('says "6 minutes short" where a longer infusion wants it', () => {
    const longer = musicTimeline(fitProtocol(protocol, 62 * MINUTE));
    expect(Math.round((of('peak', coverage(shoreline.set?.tracks ?? [], longer))?.shortMs ?? 0) / MINUTE)).toBe(6);
  });

  it('does not call a few seconds short', () => {
    const tracks = [track('a', 'arrive', 1, SETTLING_MS)];
    expect(of('arrive', coverage(tracks, spans))).toMatchObject({ hasMs: SETTLING_MS - 12_000, shortMs: 0 });
  });

  it('is never short of recovery, and tells of an empty set all that is missing', () => {
    const found = coverage([], spans);
    expect(of('recovery', found)).toMatchObject({ tracks: 0, shortMs: 0 });
    expect(found.reduce((sum, { shortMs }) => sum + shortMs, 0)).toBe(55 * MINUTE);
  });
});
