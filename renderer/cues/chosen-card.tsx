import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Cue } from '../../shared/cues/cue.ts';
import { LONGEST_FADE_MS, reachOf, type Lengths } from '../../shared/cues/edit-sheet.ts';
import { musicPhases } from '../../shared/music/set.ts';
import { prompts } from '../i18n/en/prompts.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Field, Select } from '../ui/field.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { cueWords, momentWords, promptText } from './cue-words.ts';
import { TimeField } from './time-field.tsx';
import type { SheetActs } from './use-sheet.ts';
import { ZoneFields } from './zone-fields.tsx';
import styles from './cues.module.css';

const MINUTE = 60_000;

export interface ChosenCardProps {
  readonly cue: Cue | null;
  readonly lengths: Lengths;
  readonly mayEdit: boolean;
  readonly acts: SheetActs;
}

/** The chosen cue by fields: everything that can be dragged, in numbers. */
export function ChosenCard({ cue, lengths, mayEdit, acts }: ChosenCardProps): ReactElement {
  const { t } = useTranslation();
  if (cue === null)
    return (
      <Card title={t('cueSheet.selected')}>
        <p className={styles.soft}>{t('cueSheet.noneSelected')}</p>
      </Card>
    );
  return (
    <Card title={cueWords(t, cue)}>
      {mayEdit ? <Fields key={cue.id} cue={cue} lengths={lengths} acts={acts} /> : <p>{momentWords(t, cue.anchor)}</p>}
    </Card>
  );
}

interface FieldsProps {
  readonly cue: Cue;
  readonly lengths: Lengths;
  readonly acts: SheetActs;
}

function Fields({ cue, lengths, acts }: FieldsProps): ReactElement {
  const { t } = useTranslation();
  const { id: cueId, anchor, action } = cue;
  const before = anchor.from === 'zero';
  const reach = reachOf(anchor.from, lengths);
  return (
    <div className={styles.bars}>
      <Segmented
        label={t('cueSheet.countsFrom')}
        options={(['start', 'zero', 'recovery'] as const).map((from) => ({
          value: from,
          label: t(`cueSheet.from.${from}`),
        }))}
        value={anchor.from}
        onChange={(from) => acts.edit({ type: 'anchor', cueId, from })}
      />
      <p className={styles.soft}>{t(`cueSheet.fromHint.${anchor.from}`)}</p>
      <TimeField
        label={before ? t('cueSheet.minutesBefore') : t('cueSheet.minutesAfter')}
        ms={Math.abs(anchor.offsetMs)}
        mostMs={before ? -reach.minMs : reach.maxMs}
        onMs={(ms) => acts.edit({ type: 'move', cueId, offsetMs: before ? -ms : ms }, `time ${cueId}`)}
      />
      {action.kind === 'scene' ? (
        <>
          <TimeField
            label={t('cueSheet.fade')}
            ms={action.fadeMs}
            mostMs={LONGEST_FADE_MS}
            onMs={(fadeMs) => acts.edit({ type: 'fade', cueId, fadeMs }, `fade ${cueId}`)}
          />
          <ZoneFields cueId={cueId} zones={action.scene.zones} acts={acts} />
        </>
      ) : null}
      {action.kind === 'music' ? (
        <Field label={t('cueSheet.phase')}>
          {(control) => (
            <Select
              {...control}
              value={action.phase}
              onChange={(event) => {
                const phase = musicPhases.find((one) => one === event.target.value);
                if (phase !== undefined) acts.edit({ type: 'phase', cueId, phase });
              }}
            >
              {musicPhases.map((phase) => (
                <option key={phase} value={phase}>
                  {t(`musicSets.phase.${phase}`)}
                </option>
              ))}
            </Select>
          )}
        </Field>
      ) : null}
      {action.kind === 'prompt' ? (
        <Field label={t('cueSheet.prompt')}>
          {(control) => (
            <Select
              {...control}
              value={action.code}
              onChange={(event) => acts.edit({ type: 'prompt', cueId, code: event.target.value })}
            >
              {[...new Set([...Object.keys(prompts), action.code])].map((code) => (
                <option key={code} value={code}>
                  {promptText(code)}
                </option>
              ))}
            </Select>
          )}
        </Field>
      ) : null}
      <div className={styles.row}>
        <Button
          keyLabel="Ctrl+D"
          onClick={() => {
            const newId = crypto.randomUUID();
            acts.edit({ type: 'copy', cueId, newId, byMs: before ? -5 * MINUTE : 5 * MINUTE });
            acts.choose(newId);
          }}
        >
          {t('cueSheet.copy')}
        </Button>
        <Button
          keyLabel="Del"
          onClick={() => {
            acts.edit({ type: 'remove', cueId });
            acts.choose(null);
          }}
        >
          {t('cueSheet.remove')}
        </Button>
      </div>
    </div>
  );
}
