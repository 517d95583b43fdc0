import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { infusionsElsewhere } from '../../../shared/review/course.ts';
import { answeredSheets, scoreTrends } from '../../../shared/review/scores.ts';
import { useRequest } from '../../client/use-request.ts';
import { failureText } from '../../i18n/failure.ts';
import { calendarDate } from '../../i18n/format.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { useStaff } from '../../room/session/staff.ts';
import { SideBySide } from '../side-by-side.tsx';
import { BetweenActs } from './between-acts.tsx';
import { Overlaid, Trend } from './course-chart.tsx';
import { CourseSafety } from './course-safety.tsx';
import { CourseTable } from './course-table.tsx';
import { NotesCard } from './notes-card.tsx';
import { ScoresCard } from './scores-card.tsx';
import styles from './course.module.css';

export interface CoursePageProps {
  readonly patient: { readonly patientId: string; readonly name: string; readonly birthDate: string };
  readonly practice: boolean;
  readonly onOpen: (sessionId: string) => void;
  readonly onBack: () => void;
}

/** All infusions of one patient: readings over each other, trend, and what was chosen beside what happened. */
export function CoursePage({ patient, practice, onOpen, onBack }: CoursePageProps): ReactElement {
  const { t } = useTranslation();
  const { data, failure, again } = useRequest('course.infusions', { patientId: patient.patientId, practice });
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [beside, setBeside] = useState(false);
  const infusions = data?.infusions ?? [];
  const between = data?.between ?? [];
  const newest = between.at(-1);
  // Of a longer course only the last ones are asked for: of the others nothing is known here.
  const elsewhere = data === null || data.all > infusions.length ? [] : infusionsElsewhere(infusions);
  const staff = useStaff();
  const choose = (sessionId: string): void =>
    setChosen((old) =>
      old.includes(sessionId) ? old.filter((one) => one !== sessionId) : [...old.slice(-1), sessionId],
    );
  const [one, other] = infusions.filter(({ sessionId }) => chosen.includes(sessionId));
  if (beside && one !== undefined && other !== undefined)
    return (
      <SideBySide
        sessionIds={[one.sessionId, other.sessionId]}
        backTo={t('course.open')}
        onBack={() => setBeside(false)}
      />
    );
  const birthDate = calendarDate(patient.birthDate);
  return (
    <article className={styles.page}>
      <header className={styles.head}>
        <div>
          <h2 className={styles.title}>{t('course.title', { name: patient.name, birthDate })}</h2>
          <p className={styles.soft}>
            {data === null && failure === null ? t('common.loading') : null}
            {data === null
              ? null
              : data.all > infusions.length
                ? t('course.toldLast', { shown: infusions.length, count: data.all })
                : t('course.told', { count: data.all })}
          </p>
        </div>
        <div className={styles.acts}>
          {newest === undefined ? null : <BetweenActs between={newest} practice={practice} onKept={again} />}
          <Button disabled={other === undefined} onClick={() => setBeside(true)}>
            {t('course.compareDo')}
          </Button>
          <Button onClick={onBack}>{t('course.back')}</Button>
        </div>
      </header>
      {failure === null ? null : (
        <Banner tone="red" actions={<Button onClick={again}>{t('start.tryAgain')}</Button>}>
          {failureText(failure).say} {failureText(failure).next}
        </Banner>
      )}
      {elsewhere.length === 0 ? null : (
        <Banner tone="amber">{t('course.elsewhere', { numbers: elsewhere.join(', ') })}</Banner>
      )}
      <CourseSafety infusions={infusions} between={between} practice={practice} onKept={again} />
      <div className={styles.charts}>
        <Card title={t('course.overlaid')}>
          <Overlaid infusions={infusions} strong={chosen} />
        </Card>
        <Card title={t('course.trend')}>
          <Trend infusions={infusions} />
        </Card>
      </div>
      <ScoresCard
        trends={scoreTrends(answeredSheets(infusions, between))}
        infusionsAt={infusions.filter(({ given }) => given).map(({ at }) => at)}
      />
      <NotesCard between={between} staff={staff} />
      <Card title={t('course.worked')} className={styles.worked}>
        <p className={styles.soft}>{t('course.workedHint')}</p>
        <CourseTable infusions={infusions} chosen={chosen} onChoose={choose} onOpen={onOpen} />
      </Card>
    </article>
  );
}
