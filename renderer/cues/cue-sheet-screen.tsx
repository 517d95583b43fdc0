import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { checkSheet } from '../../shared/cues/check-sheet.ts';
import type { AppStatus } from '../../shared/ipc/contract.ts';
import { fitProtocol } from '../../shared/protocol/default-protocol.ts';
import { ShellContext, useShell } from '../client/shell-context.ts';
import { failureText } from '../i18n/failure.ts';
import { TopBar } from '../room/shell/top-bar.tsx';
import { useLeaving } from '../sets/leaving.tsx';
import { Banner } from '../ui/banner.tsx';
import { Card } from '../ui/card.tsx';
import { LeaveDialog } from '../ui/leave-dialog.tsx';
import { ChecksCard } from './checks-card.tsx';
import { ChosenCard } from './chosen-card.tsx';
import { Lanes } from './lanes.tsx';
import { MomentsCard } from './moments-card.tsx';
import { PreviewDialog } from './preview-dialog.tsx';
import { SaveDialog } from './save-dialog.tsx';
import { Toolbar } from './toolbar.tsx';
import { useSheet } from './use-sheet.ts';
import { VersionsBar } from './versions-bar.tsx';
import styles from './cues.module.css';

const MINUTE = 60_000;

/** The clinic's cue sheet: what light, music and prompts do over time, version by version. */
export function CueSheetScreen({ status }: { readonly status: AppStatus }): ReactElement {
  const { t } = useTranslation();
  const sheet = useSheet();
  const { open, acts, unsaved } = sheet;
  const leaving = useLeaving(useShell(), unsaved);
  const [minutes, setMinutes] = useState<number | null>(null);
  const [dialog, setDialog] = useState<'save' | 'preview' | null>(null);
  const newest = open !== null && open.protocol.version === sheet.inForce;
  const mayEdit = newest && status.signedIn?.role !== 'therapist';
  const base = open === null ? 0 : open.protocol.infusionMs / MINUTE;
  const forecast = minutes !== null && minutes !== base ? minutes : null;
  const drawn = open === null ? null : { ...open.protocol, cues: [...open.history.now] };
  const shown = drawn === null || forecast === null ? drawn : fitProtocol(drawn, forecast * MINUTE);
  const issues = shown === null ? [] : checkSheet(shown);
  const chosen = shown?.cues.find(({ id }) => id === open?.chosenId) ?? null;
  const failed =
    typeof sheet.result === 'object' && sheet.result !== null && 'ok' in sheet.result ? sheet.result : null;
  const failure = failed ?? sheet.failure;
  return (
    <ShellContext value={leaving.shell}>
      <div className={styles.page} data-theme={status.liveSessionId === null ? 'daylight' : undefined}>
        <TopBar title={t('cueSheet.title')}>
          <VersionsBar sheet={sheet} mayEdit={status.signedIn?.role !== 'therapist'} leave={leaving.leave} />
        </TopBar>
        {failure === null ? null : (
          <Banner tone="red" className={styles.told}>
            {failureText(failure).say} {failureText(failure).next}
          </Banner>
        )}
        {open === null || shown === null ? null : (
          <main className={styles.columns}>
            <div className={styles.column}>
              <Card title={null} label={t('cueSheet.lanes')}>
                <Toolbar
                  open={open}
                  result={sheet.result}
                  unsaved={unsaved}
                  mayEdit={mayEdit}
                  minutes={forecast ?? base}
                  acts={acts}
                  onMinutes={setMinutes}
                  onDiscard={() => leaving.leave(sheet.discard)}
                  onSave={() => setDialog('save')}
                  onPreview={() => setDialog('preview')}
                />
                {forecast === null ? null : (
                  <p className={styles.soft}>{t('cueSheet.forecast', { count: forecast, base })}</p>
                )}
                <Lanes
                  protocol={shown}
                  chosenId={open.chosenId}
                  issues={issues}
                  mayEdit={mayEdit && forecast === null}
                  acts={acts}
                />
              </Card>
              <MomentsCard sheet={shown} />
            </div>
            <div className={styles.column}>
              <ChosenCard cue={chosen} lengths={open.protocol} mayEdit={mayEdit && forecast === null} acts={acts} />
              <ChecksCard issues={issues} sheet={shown} forecast={forecast} onChoose={acts.choose} />
            </div>
          </main>
        )}
        {leaving.asked === null ? null : (
          <LeaveDialog
            text={t('cueSheet.leaveText')}
            onStay={leaving.answered}
            onLeave={() => {
              const act = leaving.asked;
              leaving.answered();
              sheet.discard();
              act?.();
            }}
          />
        )}
        {dialog === 'save' && open !== null && drawn !== null ? (
          <SaveDialog
            before={open.protocol}
            issues={checkSheet(drawn)}
            cues={open.history.now}
            saving={sheet.result === 'saving'}
            onClose={() => setDialog(null)}
            onSave={(note) => void sheet.save(note).then(() => setDialog(null))}
          />
        ) : null}
        {dialog === 'preview' && shown !== null ? (
          <PreviewDialog sheet={shown} status={status} onClose={() => setDialog(null)} />
        ) : null}
      </div>
    </ShellContext>
  );
}
