import type { TFunction } from 'i18next';
import { memo, useState, type ReactElement, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { sessionSorts } from '../../shared/ipc/session-search.ts';
import { sessionFlags } from '../../shared/people/people.ts';
import { useRoom } from '../client/room-context.ts';
import { useRequest } from '../client/use-request.ts';
import { dayOf, monthOf } from '../i18n/format.ts';
import { Button } from '../ui/button.tsx';
import { Field, Select, TextInput } from '../ui/field.tsx';
import { SavedFilters } from './saved-filters.tsx';
import { isNarrowed, wholeList } from './narrowed.ts';
import { searchHints, type SearchHint } from './search-hints.ts';
import type { SessionPages, SessionSearch } from './use-session-pages.ts';
import styles from './list.module.css';

export interface SessionFiltersProps {
  readonly search: SessionSearch;
  readonly pages: SessionPages;
  readonly find: RefObject<HTMLInputElement | null>;
  readonly onSearch: (search: SessionSearch) => void;
}

/**
 * What the words may mean beside a name or a note: one press makes a filter of them. The names are asked for when somebody
 * comes to the field: neither before the list is there nor between two keys.
 */
function Hints({ search, change }: PartProps): ReactElement | null {
  const { t } = useTranslation();
  const { clock } = useRoom();
  const staff = useRequest('staff.list', {}).data?.staff ?? [];
  const protocols = useRequest('sessions.protocols', { practice: search.practice }).data?.protocols ?? [];
  const hints = searchHints(search.text, staff, protocols, clock.now().wallMs);
  return hints.length === 0 ? null : (
    <div className={styles.hints} role="group" aria-label={t('review.hints')}>
      {hints.map((hint) => (
        <Button key={JSON.stringify(hint.part)} onClick={() => change({ text: '', ...hint.part })}>
          {hintWords(hint, t)}
        </Button>
      ))}
    </div>
  );
}

function hintWords(hint: SearchHint, t: TFunction): string {
  if (hint.kind === 'staff') return t('review.hint.staff', { name: hint.name });
  if (hint.kind === 'protocol')
    return t('review.hint.protocol', {
      protocol: t('review.headProtocol', { title: hint.name, version: hint.version }),
    });
  const { from, to } = hint.part;
  const isDay = dayText(from, 1) === dayText(to, 0);
  return isDay ? t('review.hint.day', { day: dayOf(from) }) : t('review.hint.month', { month: monthOf(from) });
}

/** What the list is narrowed by: words at any time, the rest folded away until it is asked for. */
export const SessionFilters = memo(function SessionFilters(props: SessionFiltersProps): ReactElement {
  const { search, pages, find, onSearch } = props;
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const [typing, setTyping] = useState(search.text !== '');
  const change = (part: Partial<SessionSearch>): void => onSearch({ ...search, ...part });
  const { text: _text, ...rest } = search;
  const others = isNarrowed({ ...rest, text: '' });
  return (
    <search className={styles.filters}>
      <Field label={t('review.search')}>
        {(control) => (
          <TextInput
            {...control}
            ref={find}
            type="search"
            maxLength={120}
            placeholder={t('review.searchHint')}
            value={search.text}
            onFocus={() => setTyping(true)}
            onChange={(event) => change({ text: event.target.value })}
          />
        )}
      </Field>
      {typing ? <Hints search={search} change={change} /> : null}
      <div className={styles.pair}>
        <Button aria-expanded={open} pressed={others} onClick={() => setOpen(!open)}>
          {t(others ? 'review.filtersOn' : 'review.filters')}
        </Button>
        <Select
          aria-label={t('review.sort')}
          value={search.sort}
          onChange={(event) => change({ sort: sessionSorts.find((sort) => sort === event.target.value) ?? 'newest' })}
        >
          {sessionSorts.map((sort) => (
            <option key={sort} value={sort}>
              {t(`review.sorts.${sort}`)}
            </option>
          ))}
        </Select>
      </div>
      {open ? (
        <>
          <div className={styles.pair} role="group" aria-label={t('review.show')}>
            {sessionFlags.map((flag) => (
              <Button
                key={flag}
                pressed={search.flags.includes(flag)}
                onClick={() =>
                  change({
                    flags: sessionFlags.filter((one) => (one === flag) !== search.flags.includes(one)),
                  })
                }
              >
                {t(`review.flag.${flag}`)} {pages.flags?.[flag] ?? ''}
              </Button>
            ))}
          </div>
          <People search={search} change={change} />
          <Days search={search} change={change} />
          <SavedFilters search={search} onSearch={onSearch} />
          {others ? (
            <Button onClick={() => onSearch({ ...wholeList(search.practice), text: search.text })}>
              {t('review.clearFilters')}
            </Button>
          ) : null}
        </>
      ) : null}
    </search>
  );
});

interface PartProps {
  readonly search: SessionSearch;
  readonly change: (part: Partial<SessionSearch>) => void;
}

/** Who took part, and on which protocol it ran. */
function People({ search, change }: PartProps): ReactElement {
  const { t } = useTranslation();
  const staff = useRequest('staff.list', {}).data?.staff ?? [];
  const protocols = useRequest('sessions.protocols', { practice: search.practice }).data?.protocols ?? [];
  const chosen = protocols.findIndex(
    ({ protocolHashes }) => protocolHashes.join() === (search.protocolHashes ?? []).join(),
  );
  return (
    <div className={styles.pair}>
      <Field label={t('review.staff')}>
        {(control) => (
          <Select
            {...control}
            value={search.staffId ?? ''}
            onChange={(event) => change({ staffId: event.target.value === '' ? null : event.target.value })}
          >
            <option value="">{t('review.anybody')}</option>
            {staff.map(({ staffId, name }) => (
              <option key={staffId} value={staffId}>
                {name}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field label={t('review.onProtocol')}>
        {(control) => (
          <Select
            {...control}
            value={chosen < 0 ? '' : String(chosen)}
            onChange={(event) =>
              change({ protocolHashes: protocols[Number(event.target.value || -1)]?.protocolHashes ?? [] })
            }
          >
            <option value="">{t('review.anyProtocol')}</option>
            {protocols.map(({ title, version }, index) => (
              <option key={`${title} ${version}`} value={index}>
                {t('review.headProtocol', { title, version })}
              </option>
            ))}
          </Select>
        )}
      </Field>
    </div>
  );
}

/** From which day to which, both with them. */
function Days({ search, change }: PartProps): ReactElement {
  const { t } = useTranslation();
  return (
    <div className={styles.pair}>
      <Field label={t('review.from')}>
        {(control) => (
          <TextInput
            {...control}
            type="date"
            value={dayText(search.from ?? null, 0)}
            onChange={(event) => change({ from: momentOf(event.target.value, 0) })}
          />
        )}
      </Field>
      <Field label={t('review.to')}>
        {(control) => (
          <TextInput
            {...control}
            type="date"
            value={dayText(search.to ?? null, -1)}
            onChange={(event) => change({ to: momentOf(event.target.value, 1) })}
          />
        )}
      </Field>
    </div>
  );
}

/** The beginning of a calendar day here, some days on, epoch ms; null for no day. */
export function momentOf(day: string, daysOn: number): number | null {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  return /^\d{4}-\d{2}-\d{2}$/u.test(day) ? new Date(year, month - 1, date + daysOn).getTime() : null;
}

/** The day of a moment here, some days on, `YYYY-MM-DD`; empty for none. */
export function dayText(atMs: number | null, daysOn: number): string {
  if (atMs === null) return '';
  const at = new Date(atMs);
  const day = new Date(at.getFullYear(), at.getMonth(), at.getDate() + daysOn);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}
