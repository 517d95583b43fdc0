import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ServerFound } from '../../../shared/sending/capability.ts';
import { Banner } from '../../ui/banner.tsx';

/** What a test found, in words. */
export function FoundWords({ found }: { readonly found: ServerFound }): ReactElement {
  const { t } = useTranslation();
  const { name, version, r4, bundles } = found;
  if (!r4) return <Banner tone="amber">{t('sending.setUp.notR4', { version })}</Banner>;
  return (
    <Banner tone={bundles === 'no' ? 'amber' : 'done'}>
      {name === '' ? t('sending.setUp.foundNoName', { version }) : t('sending.setUp.found', { name, version })}{' '}
      {t(`sending.setUp.bundles.${bundles}`)}
    </Banner>
  );
}
