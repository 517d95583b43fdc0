import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppStatus } from '../../shared/ipc/contract.ts';
import { formOf, isGroup, type FormNode } from '../../shared/protocol/form.ts';
import { protocolSchema } from '../../shared/protocol/schema.ts';
import { ShellContext, useShell } from '../client/shell-context.ts';
import { useShortcut } from '../client/shortcuts.ts';
import { failureText } from '../i18n/failure.ts';
import { dayOf } from '../i18n/format.ts';
import { TopBar } from '../room/shell/top-bar.tsx';
import { useLeaving } from '../sets/leaving.tsx';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Select } from '../ui/field.tsx';
import { LeaveDialog } from '../ui/leave-dialog.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { FormField } from './form-field.tsx';
import { SaveProtocol } from './save-protocol.tsx';
import { elsewhere, sectionOf, sections, type Section } from './sections.ts';
import { issuesOf, useProtocol, type ProtocolOnScreen, type Told } from './use-protocol.ts';
import { useWayTo } from './use-way-to.ts';
import { WrongCard } from './wrong-card.tsx';
import styles from './protocol.module.css';

const form = formOf(protocolSchema);
const fields: readonly (readonly [string, FormNode])[] = form.kind === 'object' ? form.fields : [];

const shownSections = sections.filter((section) =>
  fields.some(([key]) => !elsewhere.includes(key) && sectionOf(key) === section),
);

/** Everything of the protocol but its cue sheet. */
export function ProtocolScreen({ status }: { readonly status: AppStatus }): ReactElement {
  const { t } = useTranslation();
  const protocol = useProtocol();
  const [section, setSection] = useState<Section>('times');
  const [saving, setSaving] = useState(false);
  const wayTo = useWayTo();
  const { open, unsaved } = protocol;
  const leaving = useLeaving(useShell(), unsaved);
  const newest = open !== null && open.base.version === protocol.inForce;
  const mayEdit = newest && status.signedIn?.role !== 'therapist';
  const now = open?.history.now ?? null;
  const issues = now === null ? [] : issuesOf(now);
  return (
    <ShellContext value={leaving.shell}>
      <div className={styles.page} data-theme={status.liveSessionId === null ? 'daylight' : undefined}>
        <TopBar title={t('protocolEditor.title')}>
          <Versions protocol={protocol} />
        </TopBar>
        <ToldLine told={protocol.told} />
        {open === null || !isGroup(now) ? null : (
          <main className={styles.columns}>
            <div className={styles.column}>
              <div className={styles.row}>
                <Segmented
                  label={t('protocolEditor.sections')}
                  labelHidden
                  wrap
                  options={shownSections.map((value) => ({ value, label: t(`protocolEditor.section.${value}`) }))}
                  value={section}
                  onChange={setSection}
                />
              </div>
              <Card title={t(`protocolEditor.section.${section}`)} className={styles.form}>
                {mayEdit ? null : <p className={styles.soft}>{t('protocolEditor.readOnly')}</p>}
                {fields
                  .filter(([key]) => !elsewhere.includes(key) && sectionOf(key) === section)
                  .map(([key, node]) => (
                    <FormField
                      key={`${open.base.version} ${key}`}
                      node={node}
                      path={[key]}
                      root={now}
                      value={now[key] ?? null}
                      issues={issues}
                      mayEdit={mayEdit}
                      onSet={protocol.set}
                    />
                  ))}
              </Card>
            </div>
            <div className={styles.column}>
              <Tools protocol={protocol} mayEdit={mayEdit} onSave={() => setSaving(true)} ready={issues.length === 0} />
              <WrongCard
                issues={issues}
                draft={now}
                onGo={(to, path) => {
                  setSection(to);
                  wayTo(path);
                }}
              />
            </div>
          </main>
        )}
        {saving && open !== null && unsaved ? (
          <SaveProtocol
            base={open.base}
            draft={open.history.now}
            onClose={() => setSaving(false)}
            onSave={(note) => void protocol.save(note).then(() => setSaving(false))}
          />
        ) : null}
        {leaving.asked === null ? null : (
          <LeaveDialog
            text={t('protocolEditor.leaveText')}
            onStay={leaving.answered}
            onLeave={() => {
              const act = leaving.asked;
              leaving.answered();
              protocol.discard();
              act?.();
            }}
          />
        )}
      </div>
    </ShellContext>
  );
}

function Versions({ protocol }: { readonly protocol: ProtocolOnScreen }): ReactElement {
  const { t } = useTranslation();
  const { versions, open, unsaved } = protocol;
  return (
    <Select
      aria-label={t('protocolEditor.version')}
      disabled={unsaved}
      value={String(open?.base.version ?? '')}
      onChange={(event) => protocol.show(Number(event.target.value))}
      className={styles.versions}
    >
      {versions.toReversed().map(({ version, madeAt, by }) => (
        <option key={version} value={String(version)}>
          {t('protocolEditor.versionOption', { version, date: dayOf(madeAt), by: by ?? t('protocolEditor.builtIn') })}
        </option>
      ))}
    </Select>
  );
}

function ToldLine({ told }: { readonly told: Told }): ReactElement | null {
  const { t } = useTranslation();
  if (told === null) return null;
  if ('ok' in told) {
    const { say, next } = failureText(told);
    return (
      <Banner tone="red" className={styles.told}>
        {say} {next}
      </Banner>
    );
  }
  return (
    <Banner tone="calm" className={styles.told}>
      {t(`protocolEditor.${told.say}`, { version: told.what, name: told.what })}
    </Banner>
  );
}

function Tools(props: {
  readonly protocol: ProtocolOnScreen;
  readonly mayEdit: boolean;
  readonly ready: boolean;
  readonly onSave: () => void;
}): ReactElement {
  const { t } = useTranslation();
  const { protocol, mayEdit, ready, onSave } = props;
  const { open, unsaved } = protocol;
  useShortcut('Mod+z', t('protocolEditor.undo'), protocol.undo);
  useShortcut('Mod+Shift+z', t('protocolEditor.redo'), protocol.redo);
  return (
    <div className={styles.tools}>
      <Button tone="primary" disabled={!mayEdit || !unsaved || !ready} onClick={onSave}>
        {t('protocolEditor.save')}
      </Button>
      <Button disabled={(open?.history.past.length ?? 0) === 0} onClick={protocol.undo}>
        {t('protocolEditor.undo')}
      </Button>
      <Button disabled={(open?.history.future.length ?? 0) === 0} onClick={protocol.redo}>
        {t('protocolEditor.redo')}
      </Button>
      <Button disabled={!unsaved} onClick={protocol.discard}>
        {t('protocolEditor.discard')}
      </Button>
      <Button disabled={unsaved} onClick={() => void protocol.exportFile()}>
        {t('protocolEditor.export')}
      </Button>
      <Button disabled={!mayEdit} onClick={() => void protocol.importFile()}>
        {t('protocolEditor.import')}
      </Button>
    </div>
  );
}
