import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { dayOf } from '../i18n/format.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Select } from '../ui/field.tsx';
import type { useSheet, Version } from './use-sheet.ts';
import styles from './cues.module.css';

export interface VersionsBarProps {
  readonly sheet: ReturnType<typeof useSheet>;
  readonly mayEdit: boolean;
  /** Asks first where something would be lost. */
  readonly leave: (act: () => void) => void;
}

/** Which version is on the screen, who made it, and the way back to an older one. */
export function VersionsBar({ sheet, mayEdit, leave }: VersionsBarProps): ReactElement | null {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  const { versions, inForce, open } = sheet;
  const shown = versions.find(({ version }) => version === open?.protocol.version);
  if (inForce === null || shown === undefined) return null;
  const older = shown.version !== inForce;
  const next = inForce + 1;
  const made = (version: Version): string =>
    version.by === null
      ? t('cueSheet.builtIn')
      : t('cueSheet.madeBy', { name: version.by, date: dayOf(version.madeAt) });
  const from = shown.takenFrom === null ? null : t('cueSheet.takenFrom', { version: shown.takenFrom });
  return (
    <div className={styles.versions}>
      <Select
        className={styles.version}
        aria-label={t('cueSheet.version')}
        value={shown.version}
        onChange={(event) => {
          const version = Number(event.target.value);
          leave(() => sheet.show(version));
        }}
      >
        {versions.toReversed().map((version) => (
          <option key={version.version} value={version.version}>
            {version.version === inForce
              ? t('cueSheet.versionNow', { version: version.version })
              : t('cueSheet.versionOption', { version: version.version, date: dayOf(version.madeAt) })}
          </option>
        ))}
      </Select>
      <span className={styles.soft}>
        {[made(shown), from, shown.note === '' ? null : `“${shown.note}”`].filter((part) => part !== null).join(' · ')}
      </span>
      {older && mayEdit ? <Button onClick={() => setAsking(true)}>{t('cueSheet.takeAgain')}</Button> : null}
      {asking ? (
        <Dialog
          title={t('cueSheet.takeAgainTitle', { version: shown.version })}
          onClose={() => setAsking(false)}
          foot={
            <>
              <Button onClick={() => setAsking(false)}>{t('common.cancel')}</Button>
              <Button
                tone="primary"
                onClick={() => {
                  setAsking(false);
                  void sheet.takeAgain(shown.version);
                }}
              >
                {t('cueSheet.takeAgainDo', { next })}
              </Button>
            </>
          }
        >
          <p>{t('cueSheet.takeAgainText', { next })}</p>
        </Dialog>
      ) : null}
    </div>
  );
}
