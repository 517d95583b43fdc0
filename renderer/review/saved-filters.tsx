import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { SavedFilter } from '../../shared/review/saved-filter.ts';
import { useClient } from '../client/room-context.ts';
import { useRequest } from '../client/use-request.ts';
import { failureText } from '../i18n/failure.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Field, Select, TextInput } from '../ui/field.tsx';
import type { SessionSearch } from './use-session-pages.ts';
import styles from './list.module.css';

export interface SavedFiltersProps {
  readonly search: SessionSearch;
  readonly onSearch: (search: SessionSearch) => void;
}

/** Filters by name, kept for who is signed in. Words that are looked for are not kept: they may be a patient's name. */
export function SavedFilters({ search, onSearch }: SavedFiltersProps): ReactElement {
  const { t } = useTranslation();
  const client = useClient();
  const asked = useRequest('review.filters', {});
  const [naming, setNaming] = useState(false);
  const [failed, setFailed] = useState<string | null>(null);
  const filters = asked.data?.filters ?? [];
  const { practice, text, ...rest } = search;
  const now = JSON.stringify(standing(rest));
  const chosen = filters.find(({ name: _name, ...filter }) => JSON.stringify(standing(filter)) === now) ?? null;
  const keep = async (next: readonly SavedFilter[]): Promise<void> => {
    const answer = await client.request('review.keepFilters', { filters: [...next] });
    setFailed(answer.ok ? null : failureText(answer).say);
    asked.again();
  };
  return (
    <div className={styles.pair}>
      <Field label={t('review.saved')}>
        {(control) => (
          <Select
            {...control}
            value={chosen?.name ?? ''}
            onChange={(event) => {
              const found = filters.find(({ name }) => name === event.target.value);
              if (found === undefined) return;
              const { name: _name, ...filter } = found;
              onSearch({ practice, text, ...filter });
            }}
          >
            <option value="">{filters.length === 0 ? t('review.noneSaved') : t('review.pickSaved')}</option>
            {filters.map(({ name }) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
          </Select>
        )}
      </Field>
      {chosen === null ? (
        <Button className={styles.low} onClick={() => setNaming(true)}>
          {t('review.keepFilter')}
        </Button>
      ) : (
        <Button className={styles.low} onClick={() => void keep(filters.filter((one) => one !== chosen))}>
          {t('review.dropFilter')}
        </Button>
      )}
      {failed === null ? null : <Banner tone="red">{failed}</Banner>}
      {naming ? (
        <NameDialog
          onClose={() => setNaming(false)}
          onName={(name) => {
            setNaming(false);
            void keep([...filters.filter((one) => one.name !== name), { name, ...standing(rest) }]);
          }}
        />
      ) : null}
    </div>
  );
}

/** A filter with every part said. */
function standing(search: Omit<SessionSearch, 'practice' | 'text'>): Omit<SavedFilter, 'name'> {
  const { flags, staffId, from = null, to = null, protocolHashes = [], sort } = search;
  return { flags, staffId, from, to, protocolHashes, sort };
}

function NameDialog(props: { readonly onClose: () => void; readonly onName: (name: string) => void }): ReactElement {
  const { t } = useTranslation();
  const [name, setName] = useState('');
  const ready = name.trim() !== '';
  return (
    <Dialog
      title={t('review.keepFilter')}
      onClose={props.onClose}
      foot={
        <>
          <Button onClick={props.onClose}>{t('common.cancel')}</Button>
          <Button tone="primary" disabled={!ready} onClick={() => props.onName(name.trim())}>
            {t('common.save')}
          </Button>
        </>
      }
    >
      <Field label={t('review.filterName')} hint={t('review.filterHint')}>
        {(control) => (
          <TextInput {...control} maxLength={60} value={name} onChange={(event) => setName(event.target.value)} />
        )}
      </Field>
    </Dialog>
  );
}
