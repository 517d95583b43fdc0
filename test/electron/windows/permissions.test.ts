import { describe, expect, it } from 'vitest';
import { mayHave, mayKnow } from '../../../electron/windows/permissions.ts';

const ours = 'app://stillroom/';

describe('what a page may do', () => {
  it('our pages may choose a loudspeaker and read the names of those there are', () => {
    expect(mayKnow('speaker-selection', ours, undefined)).toBe(true);
    expect(mayKnow('media', ours, 'audio')).toBe(true);
    expect(mayKnow('media', 'app://stillroom', 'audio')).toBe(true);
    expect(mayHave('speaker-selection')).toBe(true);
  });

  it('nothing is recorded or filmed: a microphone and a camera are refused when they are asked for', () => {
    expect(mayHave('media')).toBe(false);
    expect(mayKnow('media', ours, 'video')).toBe(false);
    expect(mayKnow('media', ours, 'unknown')).toBe(false);
    expect(mayKnow('media', ours, undefined)).toBe(false);
  });

  it.each([
    'geolocation',
    'notifications',
    'midi',
    'display-capture',
    'clipboard-read',
    'usb',
    'fileSystem',
    'unknown',
  ])('nobody gets %s', (permission) => {
    expect(mayHave(permission)).toBe(false);
    expect(mayKnow(permission, ours, 'audio')).toBe(false);
  });

  it.each(['https://stillroom/', 'app://stillroom.example/', 'app://other/', 'app://stillroom/evil', 'null', ''])(
    'pages of %j know nothing',
    (origin) => {
      expect(mayKnow('media', origin, 'audio')).toBe(false);
      expect(mayKnow('speaker-selection', origin, undefined)).toBe(false);
    },
  );
});
