import { useEffect, type ReactElement } from 'react';
import { Answers } from '../answers.tsx';
import { Forward } from '../forward.tsx';
import { Frame } from '../frame.tsx';
import { Landscape } from '../landscape.tsx';
import { useAsking } from '../patient-context.ts';
import { usePatientText } from '../use-patient-text.ts';
import styles from './dark-screen.module.css';
import { darknesses, darknessOf } from './darkness.ts';
import { useComfort } from './use-comfort.ts';

/** How dark at most: the screen itself goes there, slowly, so that nobody has to imagine it. */
export function DarkScreen(): ReactElement {
  const { comfort, wish } = useComfort();
  const { sets } = useAsking();
  const t = usePatientText();
  const { darkest } = comfort;
  useEffect(() => {
    document.documentElement.style.setProperty('--screen-level', String(darkest ?? 1));
    return () => {
      document.documentElement.style.removeProperty('--screen-level');
    };
  }, [darkest]);
  return (
    <Frame
      title={t('dark.title')}
      text={t('dark.text')}
      className={styles.dark}
      foot={<Forward answered={darkest !== null} />}
    >
      {sets[0] === undefined ? null : <Landscape set={sets[0]} className={styles.view} />}
      <Answers
        label={t('dark.title')}
        options={darknesses.map(({ light, word }) => ({ value: light, label: t(`dark.${word}`) }))}
        value={darkest === null ? null : darknessOf(darkest).light}
        onChange={(light) => wish({ darkest: light })}
      />
    </Frame>
  );
}
