import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer } from '../../../shared/ipc/answer.ts';
import type { ArchivePreview } from '../../../shared/people/archive.ts';
import { dayOf, timeOfDay } from '../../i18n/format.ts';
import type { Signed } from '../../room/session/staff-pin.tsx';
import { Banner } from '../../ui/banner.tsx';
import { ActDialog } from '../act-dialog.tsx';
import own from './archive.module.css';

export interface PreviewDialogProps {
  readonly preview: ArchivePreview;
  readonly file: string;
  readonly onTakeIn: (signed: Signed) => Promise<Answer<unknown>>;
  readonly onClose: () => void;
}

const rows = ['sessions', 'patients', 'staff', 'events'] as const;
const remarks = ['continued', 'conflicts', 'erasedHere', 'erasedThere'] as const;

/** What an archive is and what it would change, before it is taken in. */
export function PreviewDialog({ preview, file, onTakeIn, onClose }: PreviewDialogProps): ReactElement {
  const { t } = useTranslation();
  const at = t('record.archive.preview.madeAt', {
    day: dayOf(preview.createdAt),
    time: timeOfDay(preview.createdAt),
  });
  const where = preview.samePc
    ? t('record.archive.preview.here')
    : t('record.archive.preview.elsewhere', { pc: preview.pc.slice(0, 8) });
  return (
    <ActDialog
      title={t('record.archive.preview.title')}
      act={t('record.archive.preview.act')}
      ready={preview.events.fresh > 0}
      onAct={onTakeIn}
      onClose={onClose}
    >
      <div className={own.fields}>
        <dl className={own.facts}>
          <dt>{t('record.archive.preview.file')}</dt>
          <dd>{file}</dd>
          <dt>{t('record.archive.preview.made')}</dt>
          <dd>{`${at}, ${where}`}</dd>
          <dt>{t('record.archive.preview.holds')}</dt>
          <dd>{t(`record.archive.preview.what.${preview.selection.what}`)}</dd>
        </dl>
        <Figures preview={preview} />
        {remarks
          .filter((name) => preview[name] > 0)
          .map((name) => (
            <Banner key={name} tone={name === 'continued' ? 'calm' : 'amber'}>
              {t(`record.archive.preview.${name}`, { count: preview[name] })}
            </Banner>
          ))}
        <p>{t(preview.events.fresh > 0 ? 'record.archive.preview.once' : 'record.archive.preview.nothing')}</p>
      </div>
    </ActDialog>
  );
}

function Figures({ preview }: { readonly preview: ArchivePreview }): ReactElement {
  const { t } = useTranslation();
  return (
    <table className={own.table}>
      <thead>
        <tr>
          <td />
          <th scope="col">{t('record.archive.preview.fresh')}</th>
          <th scope="col">{t('record.archive.preview.known')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((name) => (
          <tr key={name}>
            <th scope="row">{t(`record.archive.preview.${name}`)}</th>
            <td>{preview[name].fresh}</td>
            <td>{preview[name].known}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
