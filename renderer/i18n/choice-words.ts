import type { TFunction } from 'i18next';
import type { Choice, Comfort } from '../../shared/intake/choice.ts';

/** How the patient wants to be met and to lie, the most needed first; empty where nothing was said. */
export function comfortWords(comfort: Comfort, t: TFunction): string[] {
  const { stopSign, approach, avoid, eyes, blanket, darkest, door } = comfort;
  const words = [
    stopSign === null ? null : t('intake.comfort.stopSign', { text: stopSign }),
    approach === null ? null : t(`intake.comfort.approach.${approach}`),
    avoid === null ? null : t('intake.comfort.avoid', { text: avoid }),
    eyes === null ? null : t(`intake.comfort.eyes.${eyes}`),
    blanket === null ? null : t(`intake.comfort.blanket.${blanket}`),
    darkest === null ? null : darkWords(darkest, t),
    door === null ? null : t(`intake.comfort.door.${door}`),
  ];
  return words.filter((word) => word !== null);
}

/** What they want to hear. A choice knows a set by its content only: `setTitle` names it, null where the name is told elsewhere. */
export function musicWords(choice: Omit<Choice, 'intention'>, setTitle: string | null, t: TFunction): string[] {
  const { music, scope, noVoices, noDrums, mood, loudness } = choice;
  const words = [
    music === null ? null : wishWords(music.kind, setTitle, t),
    music === null || scope === null ? null : t(`intake.scope.${scope}`),
    noVoices ? t('intake.noVoices') : null,
    noDrums ? t('intake.noDrums') : null,
    mood === null ? null : t(`intake.mood.${mood}`),
    loudness === null ? null : t('intake.loudness', { percent: percent(loudness) }),
  ];
  return words.filter((word) => word !== null);
}

function wishWords(kind: NonNullable<Choice['music']>['kind'], setTitle: string | null, t: TFunction): string {
  if (kind === 'quiet' || kind === 'ownPhone') return t(`intake.music.${kind}`);
  if (kind !== 'set') {
    const wish = t(`intake.music.${kind}`);
    return setTitle === null ? wish : t('intake.music.picked', { wish, title: setTitle });
  }
  return setTitle === null ? t('intake.music.someSet') : t('intake.music.set', { title: setTitle });
}

function darkWords(darkest: number, t: TFunction): string {
  return darkest === 0 ? t('intake.comfort.dark') : t('intake.comfort.darkest', { percent: percent(darkest) });
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
