import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProtocolIssue } from '../../shared/protocol/check-protocol.ts';
import type { Draft } from '../../shared/protocol/form.ts';
import { lookUp } from '../i18n/i18n.ts';
import { Card } from '../ui/card.tsx';
import { sectionOf, type Section } from './sections.ts';
import { pathWords } from './words.ts';
import styles from './protocol.module.css';

/** What stands against saving, each with the way to its field. */
export function WrongCard({
  issues,
  draft,
  onGo,
}: {
  readonly issues: readonly ProtocolIssue[];
  readonly draft: Draft;
  /** The section of what is wrong, and its path in the protocol. */
  readonly onGo: (section: Section, path: string) => void;
}): ReactElement {
  const { t } = useTranslation();
  return (
    <Card title={t('protocolEditor.wrong')}>
      {issues.length === 0 ? <p className={styles.soft}>{t('protocolEditor.wrongNone')}</p> : null}
      <ul className={styles.wrong}>
        {issues.map((issue) => {
          const path = issue.path.split('.');
          return (
            <li key={`${issue.path} ${issue.code}`}>
              <button type="button" onClick={() => onGo(sectionOf(path[0] ?? ''), issue.path)}>
                <strong>▲ {pathWords(path, draft, t)}</strong>
                <span>{lookUp(`protocolEditor.issue.${issue.code}`, issue.params)}</span>
              </button>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
