import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { amountIn } from '../../../shared/fhir/medication.ts';
import type { Observation } from '../../../shared/fhir/observation.ts';
import type { Bundle, Resource } from '../../../shared/fhir/resource.ts';
import { sessionBundle } from '../../../shared/fhir/session-bundle.ts';
import { fhirText } from '../../../shared/fhir/text.ts';
import { gad7 } from '../../../shared/scales/gad7.ts';
import { MINUTE } from '../../helpers/fake-clock.ts';
import { fhirProblems } from '../../helpers/fhir-problems.ts';
import { calm, parts, TestRoom } from '../../helpers/session-builder.ts';
import { toldOf, toldSessions } from '../../helpers/told-arbitrary.ts';

const uuidOf = (name: string): string => {
  const hex = createHash('sha256').update(name).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};
const bundleOf = (room: TestRoom): Bundle => sessionBundle(toldOf(room), { madeAt: 0, uuidOf });
const found = (bundle: Bundle, type: string): Resource[] =>
  bundle.entry.map(({ resource }) => resource).filter(({ resourceType }) => resourceType === type);
const observed = (bundle: Bundle, code: string): Observation[] =>
  (found(bundle, 'Observation') as Observation[]).filter(({ code: { coding } }) =>
    coding?.some((one) => one.code === code),
  );

describe('a session as a FHIR collection', () => {
  it('has only bound codes and one value each, whatever happened, and refers to nothing that is not in it', () => {
    fc.assert(
      fc.property(toldSessions, (told) => {
        const bundle = sessionBundle(told, { madeAt: 0, uuidOf });
        expect(fhirProblems(bundle)).toEqual([]);
        const inside = new Set(bundle.entry.map(({ fullUrl }) => fullUrl));
        const references = [...JSON.stringify(bundle).matchAll(/"reference":"([^"]+)"/g)].map(([, to]) => to ?? '');
        expect(references.filter((reference) => !inside.has(reference))).toEqual([]);
        expect(inside.size).toBe(bundle.entry.length);
      }),
      { numRuns: 15 },
    );
  });

  it('has each adverse event once, as it was judged and with what became of it; not one that was withdrawn', () => {
    const room = new TestRoom().started();
    for (const markId of ['m1', 'm2']) room.do({ type: 'mark', markId, kind: 'dizziness', note: null, agoMs: 0 });
    const noted = { type: 'noteAdverseEvent', severity: 'lifeThreatening', agoMs: 0 } as const;
    room.do({ ...noted, adverseId: 'a', what: 'Fainted', markId: 'm1' });
    room.do({ type: 'noteAdverseOutcome', adverseId: 'a', outcome: 'sequelae', note: 'a bruise' });
    room.do({ ...noted, adverseId: 'b', what: 'Fell', markId: null });
    room.do({ type: 'withdrawAdverseEvent', adverseId: 'b', reason: 'entered twice' });
    const [judged, complaint, ...others] = found(bundleOf(room), 'AdverseEvent');
    expect(judged).toMatchObject({
      event: { text: 'Fainted' },
      severity: { text: 'life-threatening', coding: [{ code: 'severe' }] },
      outcome: { text: 'recovered with sequelae: a bruise', coding: [{ code: 'resolvedWithSequelae' }] },
    });
    expect(complaint).toMatchObject({ event: { text: 'dizziness' }, outcome: { coding: [{ code: 'unknown' }] } });
    expect(others).toEqual([]);
  });

  it('names everything alike at every export, also what stood there before it was amended', () => {
    const room = new TestRoom().started();
    const readingId = room.takeReading(parts({ pulse: 72 }));
    const names = (): string[] => bundleOf(room).entry.map(({ fullUrl }) => fullUrl);
    const before = names();
    expect(names()).toEqual(before);
    const takenAt = room.clock.now().wallMs;
    room.do({ type: 'amendReading', readingId, parts: parts({ pulse: 77 }), takenAt, reason: 'Typed', confirmed: [] });
    expect(before.filter((name) => !names().includes(name))).toEqual([]);
  });

  it('tells infusion and dose as they were: ordered is not given', () => {
    const room = new TestRoom().started();
    const given = (): unknown => found(bundleOf(room), 'MedicationAdministration')[0];
    expect(given()).toMatchObject({ status: 'in-progress', dosage: { text: '0.5 mg/kg, 36 mg ordered' } });
    expect(given()).not.toHaveProperty('dosage.dose');
    room.run(20 * MINUTE).do({ type: 'stopPump', reason: 'vomiting', note: null, agoMs: 0 });
    const witness = { staffId: 'okafor', pin: '1379' };
    room.do({ type: 'recordDose', mgGiven: 14.4, mgDiscarded: 21.6, witness, note: null });
    expect(given()).toMatchObject({ status: 'stopped', dosage: { dose: { value: 14.4, code: 'mg' } } });
    expect(found(bundleOf(room), 'Procedure')[0]).toMatchObject({
      status: 'stopped',
      statusReason: { coding: [{ code: 'vomiting' }] },
    });
  });

  it('says of each part that was not obtained why, and of a reading outside of the schedule that it was', () => {
    const room = new TestRoom().started();
    room.run(9 * MINUTE, MINUTE).takeReading();
    room.do({ type: 'setQuiet', on: true }).run(2 * MINUTE, MINUTE);
    const readingId = room.takeReading(parts({ pulse: 71 }));
    expect(room.session.readings.at(-1)?.outside).toBe(true);
    room.do({ type: 'explainReading', readingId, reason: 'Looked pale' });
    const takenAt = room.clock.now().wallMs;
    const missing = { readingId: room.id(), dueId: null, reason: 'Cuff kept off', takenAt };
    room.do({ type: 'readingNotObtained', ...missing, parts: ['spo2', 'symptoms'] });
    const bundle = bundleOf(room);
    expect(observed(bundle, '8867-4').at(-1)).toMatchObject({
      note: [{ text: 'Outside of the schedule: Looked pale' }],
    });
    for (const code of ['59408-5', 'symptoms'])
      expect(observed(bundle, code).at(-1)).toMatchObject({ dataAbsentReason: { text: 'Cuff kept off' } });
    expect(fhirProblems(bundle)).toEqual([]);
  });

  it('tells one that was not given as not done, with the reason', () => {
    const room = new TestRoom().prepared().do({ type: 'doNotGive', reason: 'Has a fever', postponed: true });
    expect(found(bundleOf(room), 'Encounter')[0]).toMatchObject({ status: 'cancelled' });
    expect(found(bundleOf(room), 'Procedure')[0]).toMatchObject({
      status: 'not-done',
      statusReason: { text: 'Has a fever' },
    });
  });

  it('has each measure under its codes and units, and oxygen beside the saturation', () => {
    const room = new TestRoom().started();
    room.takeReading({ ...calm, systolic: 131, oxygenTenths: 25, symptoms: ['dizzy'], arm: 'leftArm' });
    const bundle = bundleOf(room);
    const pressure = observed(bundle, '85354-9').at(-1);
    expect(pressure).toMatchObject({ bodySite: { text: 'leftArm' } });
    expect(pressure?.component).toMatchObject([
      { code: { coding: [{ code: '8480-6' }] }, valueQuantity: { value: 131, code: 'mm[Hg]' } },
      { code: { coding: [{ code: '8462-4' }] }, valueQuantity: { value: 74, code: 'mm[Hg]' } },
    ]);
    const saturation = observed(bundle, '59408-5').at(-1);
    expect(saturation).toMatchObject({ valueQuantity: { value: 98, code: '%' } });
    expect(saturation?.code.coding?.map(({ code }) => code)).toContain('2708-6');
    expect(saturation?.component).toMatchObject([{ valueQuantity: { value: 2.5, code: 'L/min' } }]);
    expect(observed(bundle, '8867-4').at(-1)).toMatchObject({ valueQuantity: { value: 72, code: '/min' } });
    expect(observed(bundle, '9279-1').at(-1)).toMatchObject({ valueQuantity: { value: 14 } });
    expect(observed(bundle, 'rass').at(-1)).toMatchObject({ valueInteger: 0 });
    expect(observed(bundle, 'symptoms').at(-1)).toMatchObject({ valueBoolean: true, component: [{}] });
    expect(observed(bundle, '29463-7')).toMatchObject([{ valueQuantity: { value: 72, code: 'kg' } }]);
  });

  it('keeps what was amended as entered in error, with the reason, beside what stands', () => {
    const room = new TestRoom().started();
    const readingId = room.takeReading(parts({ pulse: 72 }));
    const takenAt = room.clock.now().wallMs;
    room.do({ type: 'amendReading', readingId, parts: parts({ pulse: 77 }), takenAt, reason: 'Typed', confirmed: [] });
    const pulses = (): unknown[] =>
      observed(bundleOf(room), '8867-4')
        .slice(-2)
        .map(({ status, valueQuantity, note }) => [status, valueQuantity?.value, note?.[0]?.text]);
    expect(pulses()).toEqual([
      ['entered-in-error', 72, 'Typed'],
      ['final', 77, undefined],
    ]);
    room.do({ type: 'withdrawReading', readingId, reason: 'Another patient' });
    expect(pulses().at(-1)).toEqual(['entered-in-error', 77, 'Another patient']);
  });

  it('tells a reading that could not be taken with its reason, in place of values', () => {
    const room = new TestRoom().started().run(5 * MINUTE);
    const takenAt = room.clock.now().wallMs;
    room.do({ type: 'readingNotObtained', readingId: 'r', dueId: null, reason: 'Cuff failed', takenAt });
    const last = observed(bundleOf(room), '85354-9').at(-1);
    expect(last?.component?.every(({ valueQuantity }) => valueQuantity === undefined)).toBe(true);
    expect(last?.component?.[0]?.dataAbsentReason).toMatchObject({ text: 'Cuff failed' });
  });

  it('says of an entry that nobody signed for it, and refers to nobody', () => {
    const room = new TestRoom().started();
    room.author = { kind: 'unsigned' };
    room.takeReading(parts({ pulse: 80 }));
    expect(observed(bundleOf(room), '8867-4').at(-1)?.performer).toEqual([{ display: 'Not signed for' }]);
  });

  it('names who signed the whole of it, and the document that goes with it', () => {
    const room = new TestRoom().finished();
    const signed = { staffId: 'lindqvist', meaning: 'reviewed' } as const;
    const now = { occurredAt: room.clock.now().wallMs, sessionMs: null, author: room.author };
    room.record([
      { ...now, body: { type: 'sessionSigned', ...signed, next: null, open: [] } },
      { ...now, body: { type: 'sessionCosigned', staffId: 'okafor', meaning: 'responsible' } },
    ]);
    const document = {
      name: 'document/1',
      title: 'Session record',
      contentType: 'application/pdf',
      madeAt: 0,
    } as const;
    const bundle = sessionBundle(toldOf(room), { madeAt: 0, uuidOf, documents: [{ ...document, data: 'JVBERg==' }] });
    expect(fhirProblems(bundle)).toEqual([]);
    const legal = { type: { coding: [{ code: 'legal' }] } };
    expect(found(bundle, 'Provenance').slice(-2)).toMatchObject([
      { agent: [{ ...legal, who: { display: 'Dr. Lindqvist' } }] },
      { agent: [{ ...legal, who: { display: 'M. Okafor, RN' } }] },
    ]);
    expect(found(bundle, 'DocumentReference')).toMatchObject([{ status: 'current' }]);
  });

  it('tells answers of a questionnaire by the patient or for them, and a total of whole ones only', () => {
    const room = new TestRoom().do({ type: 'openIntake', language: 'en', ownFiles: null });
    room.do({ type: 'beginQuestionnaire', sheetId: 'whole', questionnaire: 'gad7', by: 'patient' });
    for (const { id } of gad7.questions) room.do({ type: 'answerQuestion', sheetId: 'whole', question: id, answer: 2 });
    room.do({ type: 'beginQuestionnaire', sheetId: 'part', questionnaire: 'phq9', by: 'staff' });
    room.do({ type: 'answerQuestion', sheetId: 'part', question: 'down', answer: 3 });
    room.do({ type: 'beginQuestionnaire', sheetId: 'untouched', questionnaire: 'pcl5', by: 'staff' });
    room.do({ type: 'endQuestionnaire', sheetId: 'part' });
    const bundle = bundleOf(room);
    expect(fhirProblems(bundle)).toEqual([]);
    const [patient] = found(bundle, 'Patient');
    expect(found(bundle, 'QuestionnaireResponse')).toMatchObject([
      { status: 'completed', author: { reference: `urn:uuid:${patient?.id}` } },
      {
        ...{ status: 'stopped', author: { display: 'R. Alvarez, RN' } },
        item: [{ linkId: '44255-8', text: 'Feeling down, depressed, or hopeless', answer: [{ valueInteger: 3 }] }],
      },
    ]);
    expect(observed(bundle, '70274-6')).toMatchObject([{ valueQuantity: { value: 14 }, derivedFrom: [{}] }]);
    expect(observed(bundle, '44261-6')).toEqual([]);
  });

  it('has those filled in between the sessions beside it, at no visit; a part of one is under way or left, and has no total', () => {
    const room = new TestRoom();
    const asked = { questionnaire: 'gad7' as const, by: 'staff' as const, askedAt: 1, skipped: [], answeredAt: 2 };
    const author = { kind: 'staff' as const, staffId: 'okafor' };
    const answers = Object.fromEntries(gad7.questions.map(({ id }) => [id, 2]));
    const { [gad7.questions[0]?.id ?? '']: _left, ...part } = answers;
    const bundle = sessionBundle(
      toldOf(room, 'Wren Example', [
        { ...asked, author, answers, sheetId: 'whole', ended: true },
        { ...asked, author, answers: part, sheetId: 'left', ended: true },
        { ...asked, author, answers: part, sheetId: 'open', ended: false },
        { ...asked, author, answers: {}, sheetId: 'untouched', ended: true, answeredAt: null },
      ]),
      { madeAt: 0, uuidOf },
    );
    expect(fhirProblems(bundle)).toEqual([]);
    const okafor = uuidOf('staff/okafor');
    const responses = found(bundle, 'QuestionnaireResponse');
    expect(responses).toMatchObject([
      { status: 'completed', identifier: { value: 'whole' }, author: { reference: `urn:uuid:${okafor}` } },
      { status: 'stopped', identifier: { value: 'left' } },
      { status: 'in-progress', identifier: { value: 'open' } },
    ]);
    expect(found(bundle, 'Practitioner').map(({ id }) => id)).toContain(okafor);
    const totals = observed(bundle, '70274-6');
    expect(totals).toMatchObject([
      { valueQuantity: { value: 14 }, derivedFrom: [{ reference: `urn:uuid:${responses[0]?.id}` }] },
    ]);
    for (const resource of [...responses, ...totals]) expect(resource).not.toHaveProperty('encounter');
  });
});

describe('fhirText()', () => {
  it.each([
    ['Jean\u00a0Dupont', 'Jean Dupont'],
    ['a\u0000b\u2028c', 'ab c'],
    ['two\r\nlines', 'two\r\nlines'],
    ['', '–'],
    ['half \ud83d', 'half \ufffd'],
  ])('%j', (text, told) => {
    expect(fhirText(text)).toBe(told);
  });
});

describe('amountIn()', () => {
  it.each([
    ['4 mg', 4, 'mg'],
    ['0.5 g', 0.5, 'g'],
    ['250 ml', 250, 'mL'],
  ])('%s', (words, value, code) => {
    expect(amountIn(words)).toMatchObject({ value, code });
  });
  it.each(['one tablet', '4', '4 mg twice', '4,5 mg'])('%s is no quantity', (words) => {
    expect(amountIn(words)).toBeNull();
  });
});
