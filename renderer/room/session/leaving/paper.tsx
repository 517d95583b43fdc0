import type { ReactElement } from 'react';
import { createPortal } from 'react-dom';
import type { IntakeLanguage } from '../../../../shared/intake/choice.ts';
import type { Sheet } from '../../../i18n/leaving/sheet.ts';
import styles from './paper.module.css';

export interface PaperProps {
  readonly sheets: readonly Sheet[];
  readonly language: IntakeLanguage;
}

/** What goes on paper: one page a sheet, large type, nobody's name. On the screen it is not to be seen. */
export function Paper({ sheets, language }: PaperProps): ReactElement {
  return createPortal(
    <div className={styles.paper} lang={language} aria-hidden="true">
      {sheets.map((sheet) => (
        <section key={sheet.title} className={styles.page} data-many={sheet.lines.length > 5}>
          <h1>{sheet.title}</h1>
          {sheet.lines.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </section>
      ))}
    </div>,
    document.body,
  );
}
