import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Banner } from '../../../ui/banner.tsx';
import { Button } from '../../../ui/button.tsx';
import { usePress } from '../act.tsx';
import { useView } from '../view.ts';

/** The patient asks for somebody, at their screen. Seen and never heard. */
export function HelpNotice(): ReactElement | null {
  const { t } = useTranslation();
  const { session } = useView();
  const press = usePress();
  if (session.intake.helpAskedAt === null) return null;
  return (
    <Banner
      tone="amber"
      actions={
        <Button tone="primary" onClick={() => press({ type: 'answerIntakeHelp' })}>
          {t('intake.helpSeen')}
        </Button>
      }
    >
      <strong>{t('intake.help')}</strong>
    </Banner>
  );
}
