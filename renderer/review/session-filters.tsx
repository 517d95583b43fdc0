import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { sessionFlags, type SessionFlag } from '../../shared/people/people.ts';
import { useRequest } from '../client/use-request.ts';
import { Field, Select, TextInput } from '../ui/field.tsx';
import type { SessionSearch } from './use-session-search.ts';
import styles from './review.module.css';

export interface SessionFiltersProps {
  readonly search: SessionSearch;
  readonly onChange: (change: Partial<SessionSearch>) => void;
}

/** What the list is narrowed by: words, one mark, one person. */
export function SessionFilters({ search, onChange }: SessionFiltersProps): ReactElement {
  const { t } = useTranslation();
  const staff = useRequest('staff.list', {});
  return (
    <search className={styles.filters}>
      <Field label={t('review.search')} hint={t('review.searchHint')}>
        {(control) => (
          <TextInput
            {...control}
            type="search"
            maxLength={120}
            value={search.text}
            onChange={(event) => onChange({ text: event.target.value })}
          />
        )}
      </Field>
      <div className={styles.choices}>
        <Field label={t('review.show')}>
          {(control) => (
            <Select
              {...control}
              value={search.flags[0] ?? ''}
              onChange={(event) => onChange({ flags: sessionFlags.filter((flag) => flag === event.target.value) })}
            >
              <option value="">{t('review.showAll')}</option>
              {sessionFlags.map((flag: SessionFlag) => (
                <option key={flag} value={flag}>
                  {t(`review.flag.${flag}`)}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field label={t('review.staff')}>
          {(control) => (
            <Select
              {...control}
              value={search.staffId ?? ''}
              onChange={(event) => onChange({ staffId: event.target.value === '' ? null : event.target.value })}
            >
              <option value="">{t('review.anybody')}</option>
              {(staff.data?.staff ?? []).map(({ staffId, name }) => (
                <option key={staffId} value={staffId}>
                  {name}
                </option>
              ))}
            </Select>
          )}
        </Field>
      </div>
    </search>
  );
}
