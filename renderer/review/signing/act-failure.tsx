import type { ReactElement } from 'react';
import type { Failure } from '../../../shared/ipc/answer.ts';
import { failureText } from '../../i18n/failure.ts';
import { Banner } from '../../ui/banner.tsx';

/** Why it was not done, and what to do next. */
export function ActFailure({ failure }: { readonly failure: Failure | null }): ReactElement | null {
  if (failure === null) return null;
  const { say, next } = failureText(failure);
  return (
    <Banner tone="red">
      <strong>{say}</strong> {next}
    </Banner>
  );
}
