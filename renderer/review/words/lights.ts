import { lookUp } from '../../i18n/i18n.ts';
import { percent, type Sentences } from './context.ts';
import { levelOf } from './scene-level.ts';

type LightType =
  | 'lightsSet'
  | 'lightsSent'
  | 'lightsReached'
  | 'lightsFailed'
  | 'lightsHeld'
  | 'lightsReleased'
  | 'comfortBegun'
  | 'comfortEnded'
  | 'darkestShown'
  | 'darkestOver';

/** Sentences of the light: what lamps took, and the hand on them. */
export const lightSentences: Sentences<LightType> = {
  lightsSet: ({ scene, why }, { t }) => t(`sentence.lightsSet.${why}`, { level: percent(levelOf(scene)) }),
  lightsSent: ({ driver }, { t }) => t('sentence.lightsSent', { driver: lampWords({ driver }) }),
  lightsReached: ({ lamps }, { t }) =>
    t('sentence.lightsReached', {
      drivers: lamps.map(lampWords).join(', '),
      seconds: (Math.max(0, ...lamps.map(({ tookMs }) => tookMs)) / 1000).toFixed(1),
    }),
  lightsFailed: ({ driver, name, code }, { t }) =>
    t('sentence.lightsFailed', { driver: lampWords({ driver, name }), why: lightCode(code) }),
  lightsHeld: (_, { t }) => t('sentence.lightsHeld'),
  lightsReleased: (_, { t }) => t('sentence.lightsReleased'),
  comfortBegun: (_, { t }) => t('sentence.comfortBegun'),
  comfortEnded: (_, { t }) => t('sentence.comfortEnded'),
  darkestShown: (_, { t }) => t('sentence.darkestShown'),
  darkestOver: (_, { t }) => t('sentence.darkestOver'),
};

/** What a lamp is called: by the clinic, else what it is of the app's own. */
export function lampWords({
  driver,
  name,
}: {
  readonly driver: string;
  readonly name?: string | null | undefined;
}): string {
  return name ?? lookUp(`sentence.driver.${driver}`, {}) ?? driver;
}

/** Why a lamp did not take a scene, in words where there are any. */
export function lightCode(code: string): string {
  return lookUp(`light.${code}`, {}) ?? code;
}
