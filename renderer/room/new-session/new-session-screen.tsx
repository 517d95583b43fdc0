import { useEffect, useEffectEvent, useRef, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../shared/ipc/answer.ts';
import type { ScenarioId } from '../../../shared/practice/scenario.ts';
import type { Patient } from '../../../shared/people/people.ts';
import { useRoom } from '../../client/room-context.ts';
import { useShell } from '../../client/shell-context.ts';
import { useOfferedSets } from '../offered-sets.ts';
import { failureText } from '../../i18n/failure.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { TopBar } from '../shell/top-bar.tsx';
import { LengthField, lengthMs } from './length-field.tsx';
import { MusicCards } from './music-cards.tsx';
import { ScenarioChoice, seedOf } from './scenario-choice.tsx';
import { WhoColumn } from './who-column.tsx';
import styles from './new-session.module.css';

/** What a new session is made of, as chosen so far. `music`: undefined until somebody chose; then the first set is offered. */
interface Draft {
  readonly practice: boolean;
  readonly patient: Patient | null;
  readonly courseId: string | null;
  readonly length: string;
  readonly music: string | null | undefined;
  readonly scenario: ScenarioId;
  /** Number of the simulated patient, as typed. */
  readonly seed: string;
}

/** Another simulated patient each time, by a number that can be told and typed again. */
const anySeed = (): string => String(crypto.getRandomValues(new Uint16Array(1))[0] ?? 0);

/** A new session: practice by one press, or a patient with course, length and music. */
export function NewSessionScreen({ practice }: { readonly practice: boolean }): ReactElement {
  const { t } = useTranslation();
  const [draft, setDraft] = useState<Draft>({
    practice,
    patient: null,
    courseId: null,
    length: '50',
    music: undefined,
    scenario: 'ordinary',
    seed: anySeed(),
  });
  const set = (change: Partial<Draft>) => setDraft((old) => ({ ...old, ...change }));
  const offered = useOfferedSets();
  const ofCourse = useCourseMusic(draft.practice ? null : draft.courseId);
  const isAsked = (offered.sets === null && offered.failure === null) || ofCourse === undefined;
  const earlier = offered.sets?.some(({ musicHash }) => musicHash === ofCourse) === true ? ofCourse : null;
  const first = earlier ?? offered.sets?.[0]?.musicHash ?? null;
  const music = draft.music !== undefined ? draft.music : isAsked ? undefined : first;
  return (
    <div className={styles.page}>
      <TopBar title={t('newSession.title')}>
        <Segmented
          label={t('newSession.kind')}
          labelHidden
          options={[
            { value: 'patient', label: t('newSession.patient') },
            { value: 'practice', label: t('newSession.practice') },
          ]}
          value={draft.practice ? 'practice' : 'patient'}
          onChange={(kind) => set({ practice: kind === 'practice' })}
        />
      </TopBar>
      <main className={styles.columns}>
        <Card title={draft.practice ? t('newSession.practice') : t('newSession.who')} className={styles.card}>
          {draft.practice ? (
            <>
              <p className={styles.lead}>{t('newSession.practiceLead')}</p>
              <ScenarioChoice
                scenario={draft.scenario}
                seed={draft.seed}
                onScenario={(scenario) => set({ scenario })}
                onSeed={(seed) => set({ seed })}
              />
            </>
          ) : (
            <WhoColumn
              patient={draft.patient}
              courseId={draft.courseId}
              onPatient={(patient) => set({ patient, courseId: null })}
              onCourse={(courseId) => set({ courseId })}
            />
          )}
        </Card>
        <Card title={null} label={t('newSession.length')} className={styles.card}>
          <LengthField text={draft.length} onText={(length) => set({ length })} />
          <MusicCards
            sets={offered.sets ?? (isAsked ? null : [])}
            chosen={music}
            earlier={earlier ?? null}
            onChoose={(hash) => set({ music: hash })}
          />
          <OpenSession draft={{ ...draft, music }} />
        </Card>
      </main>
    </div>
  );
}

/** The set that the patient chose for the whole course, by hash; null: none, or it cannot be told. Undefined while it is asked. */
function useCourseMusic(courseId: string | null): string | null | undefined {
  const { client } = useRoom();
  const [known, setKnown] = useState<{ readonly courseId: string; readonly musicHash: string | null } | null>(null);
  useEffect(() => {
    if (courseId === null) return;
    void client
      .request('intake.courseMusic', { courseId })
      .then((answer) => setKnown({ courseId, musicHash: answer.ok ? answer.data.musicHash : null }));
  }, [client, courseId]);
  if (courseId === null) return null;
  return known?.courseId === courseId ? known.musicHash : undefined;
}

/** What is still open, and the one press that makes the session. */
function OpenSession({ draft }: { readonly draft: Draft }): ReactElement {
  const { t } = useTranslation();
  const shell = useShell();
  const { client, store } = useRoom();
  const [pressed, setPressed] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const isBegun = useRef(false);
  const plannedMs = lengthMs(draft.length);
  const seed = seedOf(draft.seed);
  const missing = [
    ...(!draft.practice && draft.patient === null ? [t('newSession.missingPatient')] : []),
    ...(!draft.practice && draft.patient !== null && draft.courseId === null ? [t('newSession.missingCourse')] : []),
    ...(plannedMs === null ? [t('newSession.missingLength')] : []),
    ...(draft.practice && seed === null ? [t('newSession.missingNumber')] : []),
  ];
  const open = useEffectEvent(async (): Promise<void> => {
    if (plannedMs === null || isBegun.current) return;
    isBegun.current = true;
    const created = await client.request('sessions.create', {
      practice: draft.practice,
      patientId: draft.practice ? null : (draft.patient?.patientId ?? null),
      courseId: draft.practice ? null : draft.courseId,
      plannedMs,
      musicHash: draft.music ?? null,
      ...(draft.practice && seed !== null ? { simulation: { scenario: draft.scenario, seed } } : {}),
    });
    const opened = created.ok ? await store.open(created.data.sessionId) : created;
    isBegun.current = false;
    setPressed(false);
    setFailure(opened.ok ? null : opened);
    if (opened.ok) shell.go('session');
  });
  // A press that is quicker than the list of sets waits for it: it would make a session without music.
  const isGoing = pressed && draft.music !== undefined && missing.length === 0;
  useEffect(() => {
    if (isGoing) void open();
  }, [isGoing]);
  const begin = draft.practice ? t('newSession.begin') : t('newSession.open');
  return (
    <div className={styles.act}>
      {failure === null ? null : (
        <Banner tone="red">
          {failureText(failure).say} {failureText(failure).next}
        </Banner>
      )}
      {missing.length === 0 ? null : (
        <p className={styles.soft}>{t('newSession.missing', { what: missing.join(', ') })}</p>
      )}
      <Button
        tone="primary"
        autoFocus={draft.practice}
        disabled={pressed || missing.length > 0}
        onClick={() => setPressed(true)}
        className={styles.open}
      >
        {pressed ? t('newSession.opening') : begin}
      </Button>
    </div>
  );
}
