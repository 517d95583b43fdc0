import type { CheckItem } from './check-item.ts';
import type { ValueForm } from './check-value.ts';

type Group = CheckItem['group'];

const plain = { value: null, onlyIf: null, stops: null, secondPerson: false, together: false } as const;

function done(group: Group, id: string, required = true, together = false): CheckItem {
  return { ...plain, id, group, textKey: id, label: null, answer: 'done', required, together };
}

function offered(group: Group, id: string, required: boolean): CheckItem {
  return { ...plain, id, group, textKey: id, label: null, answer: 'offered', required };
}

function value(group: Group, id: string, form: ValueForm): CheckItem {
  return { ...plain, id, group, textKey: id, label: null, answer: 'value', required: true, value: form };
}

function yesNo(group: Group, id: string, stops: CheckItem['stops']): CheckItem {
  return { ...plain, id, group, textKey: id, label: null, answer: 'yesNo', required: true, stops };
}

/** What it is, asked once the item before was answered with yes. */
function which(group: Group, id: string, itemId: string): CheckItem {
  return { ...value(group, id, words), onlyIf: { itemId, answer: 'yes' } };
}

const words: ValueForm = { kind: 'text' };
const time: ValueForm = { kind: 'time' };
/** Weights that an order can be made for. */
const kilograms: ValueForm = { kind: 'number', unit: 'kg', min: 20, max: 350 };

/**
 * Pre-checks, a union of published lists: patients' own (reddit r/KetamineTherapy), Joint Commission (two identifiers),
 * ASA fasting and equipment rules, exclusions of the ketamine trials NCT04701866 and NCT05803551 (mania, psychosis,
 * suicide risk, pregnancy, lamotrigine, memantine, benzodiazepines), the esketamine label. Baseline and order have their
 * own places. What stops here stops until the prescriber decides. Safety is asked one by one, comfort by one press.
 */
export const defaultPreChecks: readonly CheckItem[] = [
  done('person', 'identity'),
  done('person', 'consent'),
  value('person', 'weightToday', kilograms),
  value('person', 'lastFood', time),
  value('person', 'lastDrink', time),
  value('person', 'escort', words),
  value('safety', 'allergies', words),
  yesNo('safety', 'medicinesToday', null),
  which('safety', 'medicinesWhich', 'medicinesToday'),
  yesNo('safety', 'historyNew', null),
  which('safety', 'historyWhich', 'historyNew'),
  yesNo('safety', 'maniaToday', 'yes'),
  yesNo('safety', 'suicidalToday', 'yes'),
  yesNo('safety', 'pregnantNursing', 'yes'),
  yesNo('safety', 'sleptCaffeine', null),
  done('safety', 'emergencyKit'),
  done('line', 'ivSite'),
  done('line', 'pumpSet'),
  offered('line', 'antiNausea', true),
  offered('line', 'antiAnxiety', false),
  value('comfort', 'bladderAt', time),
  done('comfort', 'callBell'),
  done('comfort', 'headphonesCharged', false, true),
  done('comfort', 'maskReady', false, true),
  done('comfort', 'blanketReady', false, true),
  done('comfort', 'phoneQuiet', false, true),
];

/** Recovery and leaving: seed interviews, PADSS (adult escort), the esketamine label (no driving), after-care lists (1.8). */
export const defaultRecoveryChecks: readonly CheckItem[] = [
  offered('recovery', 'bathroomHelp', true),
  offered('recovery', 'snackDrink', true),
  done('leaving', 'ivOut'),
  value('leaving', 'escortMet', words),
  done('leaving', 'leavingSheet'),
  done('leaving', 'noDriving'),
  yesNo('leaving', 'understood', 'no'),
];
