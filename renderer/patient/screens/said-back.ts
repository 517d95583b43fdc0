import type { TFunction } from 'i18next';
import type { Choice } from '../../../shared/intake/choice.ts';
import type { OfferedSet } from '../../../shared/intake/offered-set.ts';
import { isAsked, type Step } from '../steps.ts';
import { darknessOf } from './darkness.ts';
import { offeredSign } from './stop-signs.ts';

/** The patient's words in one language. */
export type Say = TFunction<'patient'>;

/** One line of what was chosen; `words` null: left open. */
export interface Line {
  readonly step: Exclude<Step, 'welcome' | 'own' | 'summary'>;
  readonly words: string | null;
  /** What belongs to it besides. */
  readonly note?: string;
}

/** The whole choice in plain words, a line a question, in the order of the questions. */
export function saidBack(choice: Choice, sets: readonly OfferedSet[], inCourse: boolean, t: Say): readonly Line[] {
  const { comfort } = choice;
  const lines: readonly Line[] = [
    { step: 'music', words: music(choice, sets, t) },
    { step: 'volume', words: choice.loudness === null ? null : t('summary.justRight') },
    { step: 'scope', words: choice.scope === null ? null : t(`scope.${choice.scope}`) },
    intentionLine(choice, t),
    { step: 'comfort', words: lying(choice, t) },
    { step: 'dark', words: comfort.darkest === null ? null : t(`dark.${darknessOf(comfort.darkest).word}`) },
    { step: 'approach', words: comfort.approach === null ? null : t(`approach.${comfort.approach}`) },
    { step: 'stop', words: sign(comfort.stopSign, t) },
    { step: 'avoid', words: comfort.avoid },
  ];
  return lines.filter(({ step }) => isAsked(step, { choice, inCourse }));
}

function intentionLine({ intention }: Choice, t: Say): Line {
  if (intention === null) return { step: 'intention', words: null };
  const readers = intention.readers === 'nurse' ? t('summary.forNurse') : t('summary.forTeam');
  const reports = intention.inExport ? t('summary.inReports') : t('summary.notInReports');
  return { step: 'intention', words: intention.text, note: joined([readers, reports]) };
}

function music(choice: Choice, sets: readonly OfferedSet[], t: Say): string | null {
  const wish = choice.music;
  if (wish === null) return null;
  const without = [choice.noVoices ? t('summary.noVoices') : null, choice.noDrums ? t('summary.noDrums') : null];
  switch (wish.kind) {
    case 'set':
      return sets.find(({ musicHash }) => musicHash === wish.musicHash)?.title ?? null;
    case 'chooseForMe':
      return joined([t('summary.chooseForMe'), ...without]);
    case 'quiet':
    case 'ownFiles':
    case 'ownPhone':
      return t(`summary.${wish.kind}`);
  }
}

function lying({ comfort: { eyes, blanket, door } }: Choice, t: Say): string | null {
  const words = joined([
    eyes === null ? null : t(eyes === 'mask' ? 'summary.mask' : 'summary.noMask'),
    blanket === null
      ? null
      : t(`summary.${({ yes: 'blanketYes', no: 'blanketNo', later: 'blanketLater' } as const)[blanket]}`),
    door === null
      ? null
      : t(`summary.${({ open: 'doorOpen', ajar: 'doorAjar', closed: 'doorClosed' } as const)[door]}`),
  ]);
  return words === '' ? null : words.charAt(0).toLocaleUpperCase() + words.slice(1);
}

function sign(kept: string | null, t: Say): string | null {
  const offered = offeredSign(kept);
  return offered === null ? kept : t(`stop.${offered}`);
}

function joined(parts: readonly (string | null)[]): string {
  return parts.filter((part) => part !== null).join(', ');
}
