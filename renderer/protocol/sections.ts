/** The parts of the editor. */
export const sections = ['times', 'bands', 'care', 'preChecks', 'recoveryChecks', 'more'] as const;
export type Section = (typeof sections)[number];
const ownSection: Readonly<Record<string, Section>> = {
  title: 'times',
  infusionMs: 'times',
  recoveryMs: 'times',
  dueReadings: 'times',
  readingRules: 'times',
  dischargeScore: 'times',
  bands: 'bands',
  care: 'care',
  preChecks: 'preChecks',
  recoveryChecks: 'recoveryChecks',
};
/** What the versions themselves say, and the cue sheet, which has a screen of its own. */
export const elsewhere: readonly string[] = ['schemaVersion', 'id', 'version', 'author', 'madeAt', 'cues'];

/** Where a field of the protocol is edited; one that no section names stands under "More". */
export function sectionOf(key: string): Section {
  return ownSection[key] ?? 'more';
}
