import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/button.tsx';
import styles from './music.module.css';
import type { ReportLine } from './use-pages.ts';

/** Lines that are shown before somebody asks for all of them; what was refused stands first. */
const SHOWN = 20;

/** What became of each file of the last import. */
export function Report({ lines }: { readonly lines: readonly ReportLine[] }): ReactElement {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  const sorted = lines.toSorted((a, b) => Number(b.outcome === 'refused') - Number(a.outcome === 'refused'));
  const words = ({ outcome, reason, kind }: ReportLine): string =>
    outcome === 'refused' && reason !== null
      ? t(`musicLibrary.report.refused.${reason}`, { kind })
      : t(
          outcome === 'alreadyThere' || outcome === 'broughtBack'
            ? `musicLibrary.report.${outcome}`
            : 'musicLibrary.report.imported',
        );
  return (
    <>
      <table className={styles.table}>
        <caption className={styles.caption}>{t('musicLibrary.report.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('musicLibrary.report.name')}</th>
            <th scope="col">{t('musicLibrary.report.what')}</th>
          </tr>
        </thead>
        <tbody>
          {sorted.slice(0, all ? sorted.length : SHOWN).map((line, index) => (
            // Two files of one name may come from two folders.
            <tr key={`${line.name} ${String(index)}`}>
              <th scope="row">{line.name}</th>
              <td>
                <span aria-hidden="true">{line.outcome === 'refused' ? '◆ ' : '✓ '}</span>
                {words(line)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {all || sorted.length <= SHOWN ? null : (
        <Button onClick={() => setAll(true)}>{t('musicLibrary.report.more', { count: sorted.length })}</Button>
      )}
    </>
  );
}
