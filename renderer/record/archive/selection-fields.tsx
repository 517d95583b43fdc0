import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ArchiveSelection } from '../../../shared/people/archive.ts';
import { useRequest } from '../../client/use-request.ts';
import { calendarDate, dayOf } from '../../i18n/format.ts';
import { Field, Select, TextInput } from '../../ui/field.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import styles from '../record.module.css';
import { midnight } from './figures.ts';

export interface SelectionFieldsProps {
  /** Null while it is not complete. */
  readonly onChange: (selection: ArchiveSelection | null) => void;
}

const kinds = ['everything', 'patient', 'days'] as const;
type Kind = (typeof kinds)[number];

/** What goes into an archive. */
export function SelectionFields({ onChange }: SelectionFieldsProps): ReactElement {
  const { t } = useTranslation();
  const [kind, setKind] = useState<Kind>('everything');
  const choose = (next: Kind): void => {
    setKind(next);
    onChange(next === 'everything' ? { what: 'everything' } : null);
  };
  return (
    <>
      <Segmented
        label={t('record.archive.export.what')}
        options={kinds.map((value) => ({ value, label: t(`record.archive.export.${value}`) }))}
        value={kind}
        onChange={choose}
        wrap
      />
      {kind === 'patient' ? <OnePatient onChange={onChange} /> : null}
      {kind === 'days' ? <SomeDays onChange={onChange} /> : null}
      <p className={styles.soft}>
        {t(kind === 'everything' ? 'record.archive.export.everythingHint' : 'record.archive.export.partHint')}
      </p>
    </>
  );
}

function OnePatient({ onChange }: SelectionFieldsProps): ReactElement {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [patientId, setPatientId] = useState('');
  const { data } = useRequest('patients.find', { text });
  const choose = (id: string): void => {
    setPatientId(id);
    onChange(id === '' ? null : { what: 'patient', patientId: id });
  };
  return (
    <>
      <div className={styles.pair}>
        <Field label={t('record.archive.export.find')} hint={t('record.archive.export.findHint')}>
          {(control) => (
            <TextInput {...control} value={text} maxLength={120} onChange={(event) => setText(event.target.value)} />
          )}
        </Field>
        <Field label={t('record.archive.export.found')}>
          {(control) => (
            <Select {...control} value={patientId} onChange={(event) => choose(event.target.value)}>
              <option value="">{t('record.archive.export.choose')}</option>
              {(data?.patients ?? []).map((patient) => (
                <option key={patient.patientId} value={patient.patientId}>
                  {`${patient.name}, ${calendarDate(patient.birthDate)}`}
                </option>
              ))}
            </Select>
          )}
        </Field>
      </div>
      {patientId === '' ? null : <OneCourse key={patientId} patientId={patientId} onChange={onChange} />}
    </>
  );
}

function OneCourse({ patientId, onChange }: SelectionFieldsProps & { readonly patientId: string }): ReactElement {
  const { t } = useTranslation();
  const [courseId, setCourseId] = useState('');
  const { data } = useRequest('courses.of', { patientId });
  const choose = (id: string): void => {
    setCourseId(id);
    onChange(id === '' ? { what: 'patient', patientId } : { what: 'course', courseId: id });
  };
  return (
    <Field label={t('record.archive.export.course')}>
      {(control) => (
        <Select {...control} value={courseId} onChange={(event) => choose(event.target.value)}>
          <option value="">{t('record.archive.export.allCourses')}</option>
          {(data?.courses ?? []).map((course) => (
            <option key={course.courseId} value={course.courseId}>
              {t('record.archive.export.courseOf', { day: dayOf(course.createdAt), count: course.given })}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}

function SomeDays({ onChange }: SelectionFieldsProps): ReactElement {
  const { t } = useTranslation();
  const [days, setDays] = useState({ from: '', to: '' });
  const span = (of: typeof days): { from: number; to: number } | null => {
    const from = midnight(of.from, 0);
    const to = midnight(of.to, 1);
    return from === null || to === null ? null : { from, to };
  };
  const chosen = span(days);
  const backwards = chosen !== null && chosen.to <= chosen.from;
  const change = (next: typeof days): void => {
    setDays(next);
    const found = span(next);
    onChange(found === null || found.to <= found.from ? null : { what: 'days', ...found });
  };
  const input = (name: keyof typeof days, error: string | null) => (
    <Field label={t(`record.archive.export.${name}`)} error={error}>
      {(control) => (
        <TextInput
          {...control}
          type="date"
          value={days[name]}
          onChange={(event) => change({ ...days, [name]: event.target.value })}
        />
      )}
    </Field>
  );
  return (
    <div className={styles.pair}>
      {input('from', null)}
      {input('to', backwards ? t('record.archive.export.toError') : null)}
    </div>
  );
}
