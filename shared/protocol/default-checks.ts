import type { CheckItem } from './check-item.ts';

type Group = CheckItem['group'];

function item(group: Group, id: string, answer: CheckItem['answer'], required: boolean): CheckItem {
  return { id, group, textKey: id, label: null, answer, required };
}

/**
 * Pre-checks, a union of published lists: patients' own (reddit r/KetamineTherapy), Joint Commission (two identifiers),
 * ASA fasting and equipment rules, exclusions of the ketamine trials NCT04701866 and NCT05803551, the esketamine label.
 * Baseline and order have their own places and are not repeated here. Yes/no items are worded so that yes lets it go on.
 */
export const defaultPreChecks: readonly CheckItem[] = [
  item('person', 'identity', 'done', true),
  item('person', 'weightToday', 'value', true),
  item('person', 'consent', 'done', true),
  item('person', 'escort', 'value', true),
  item('person', 'intention', 'offered', false),
  item('safety', 'allergies', 'value', true),
  item('safety', 'medicines', 'value', true),
  item('safety', 'fasting', 'value', true),
  item('safety', 'pregnancy', 'yesNo', true),
  item('safety', 'mindToday', 'yesNo', true),
  item('safety', 'suicideRisk', 'yesNo', true),
  item('safety', 'emergencyKit', 'done', true),
  item('line', 'ivPatent', 'done', true),
  item('line', 'pumpSet', 'done', true),
  item('line', 'antiNausea', 'offered', true),
  item('line', 'antiAnxiety', 'offered', false),
  item('comfort', 'bladder', 'done', true),
  item('comfort', 'callButton', 'done', true),
  item('comfort', 'headphones', 'done', false),
  item('comfort', 'eyeMask', 'offered', false),
  item('comfort', 'blanket', 'offered', false),
  item('comfort', 'phoneQuiet', 'done', false),
];

/** Recovery and leaving: seed interviews, PADSS (adult escort), the esketamine label (no driving), after-care lists (1.8). */
export const defaultRecoveryChecks: readonly CheckItem[] = [
  item('recovery', 'bathroomHelp', 'offered', true),
  item('recovery', 'snackDrink', 'offered', true),
  item('leaving', 'ivOut', 'done', true),
  item('leaving', 'escortMet', 'value', true),
  item('leaving', 'leavingSheet', 'done', true),
  item('leaving', 'understood', 'yesNo', true),
  item('leaving', 'noDriving', 'done', true),
];
