import { useId, useState, type FormEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../shared/ipc/answer.ts';
import type { ServerFound } from '../../../shared/sending/capability.ts';
import type { SendingSetup } from '../../../shared/sending/server.ts';
import { useClient } from '../../client/room-context.ts';
import { failureText } from '../../i18n/failure.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field, TextInput } from '../../ui/field.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { CertificateStep } from '../lamps/certificate-step.tsx';
import { certificateForm, readSending, sendingForm, type SendingForm } from './sending-form.ts';
import { FoundWords } from './found-words.tsx';
import { whyWords } from './sending-words.ts';
import styles from './sending.module.css';

type State = Failure | ServerFound | 'testing' | 'saving' | null;

/** What a test found stands at the end of a form that may be longer than the window. */
const inSight = (element: HTMLElement | null): void => element?.scrollIntoView({ block: 'nearest' });

/** Where the clinic's FHIR server is, and when sessions go there; switched on only once a test found that it is one for us. */
export function SendingDialog({
  setup,
  onClose,
}: {
  readonly setup: SendingSetup;
  readonly onClose: () => void;
}): ReactElement {
  const { t } = useTranslation();
  const client = useClient();
  const [form, setForm] = useState(() => sendingForm(setup));
  const [tried, setTried] = useState(false);
  const formId = useId();
  const [state, setState] = useState<State>(null);
  const kept = setup.server?.auth === 'bearer';
  const { server, errors } = readSending(form, kept);
  const wrong = tried ? errors : {};
  const busy = state === 'testing' || state === 'saving';
  const found = state !== null && typeof state === 'object' && 'version' in state ? state : null;
  const failed = state !== null && typeof state === 'object' && 'code' in state ? state : null;
  const change = (next: Partial<SendingForm>): void => {
    setState(null);
    setForm((old) => ({ ...old, ...next }));
  };
  const token = form.auth === 'none' || form.token === '' ? null : form.token;
  const save = async (next: SendingSetup): Promise<void> => {
    setState('saving');
    const answer = await client.request('sending.save', { setup: next, token });
    if (answer.ok) onClose();
    else setState(answer);
  };
  const test = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    if (server === null) return;
    setState('testing');
    const answer = await client.request('sending.try', { server, token });
    setState(answer.ok ? answer.data : answer);
  };
  const certificate = certificateForm(form);
  const why = failed?.params['why'];
  return (
    <Dialog
      title={t('sending.title')}
      wide
      onClose={onClose}
      foot={
        <>
          {' '}
          {setup.on ? (
            <Button disabled={busy} onClick={() => void save({ ...setup, on: false })}>
              {t('sending.setUp.switchOff')}
            </Button>
          ) : null}
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button form={formId} type="submit" tone={found?.r4 === true ? 'plain' : 'primary'} disabled={busy}>
            {t(state === 'testing' ? 'sending.setUp.testing' : 'sending.setUp.test')}
          </Button>
          {found?.r4 !== true || server === null ? null : (
            <Button
              tone="primary"
              disabled={busy}
              onClick={() => void save({ on: true, whenSigned: form.whenSigned, server })}
            >
              {t(setup.on ? 'sending.setUp.keep' : 'sending.setUp.save')}
            </Button>
          )}
        </>
      }
    >
      <form
        id={formId}
        className={styles.form}
        onSubmit={(event) => void test(event)}
        noValidate
        aria-label={t('sending.title')}
      >
        <Field
          label={t('sending.setUp.address')}
          hint={t('sending.setUp.addressHint')}
          error={wrong.address === true ? t('sending.setUp.addressWrong') : null}
        >
          {(control) => (
            <TextInput
              {...control}
              maxLength={320}
              value={form.address}
              onChange={(event) => change({ address: event.target.value })}
            />
          )}
        </Field>
        {certificate === null ? null : (
          <CertificateStep
            form={certificate}
            error={wrong.certificate === true ? t('sending.setUp.certificateWrong') : null}
            onChange={({ certificate: pinned = null, confirmedFor = null }) =>
              change({ certificate: pinned, confirmedFor })
            }
          />
        )}
        <div className={styles.pair}>
          <Segmented
            label={t('sending.setUp.auth')}
            options={[
              { value: 'bearer', label: t('sending.setUp.authKind.bearer') },
              { value: 'none', label: t('sending.setUp.authKind.none') },
            ]}
            value={form.auth}
            onChange={(auth) => change({ auth })}
          />
          {form.auth === 'none' ? null : (
            <Field
              label={t('sending.setUp.token')}
              hint={`${kept ? `${t('sending.setUp.tokenKept')} ` : ''}${t('sending.setUp.tokenHint')}`}
              error={wrong.token === true ? t('sending.setUp.tokenWrong') : null}
            >
              {(control) => (
                <TextInput
                  {...control}
                  type="password"
                  maxLength={3_500}
                  value={form.token}
                  onChange={(event) => change({ token: event.target.value })}
                />
              )}
            </Field>
          )}
        </div>
        <div className={styles.pair}>
          <Segmented
            label={t('sending.setUp.when')}
            options={[
              { value: 'press', label: t('sending.setUp.whenKind.press') },
              { value: 'signed', label: t('sending.setUp.whenKind.signed') },
            ]}
            wrap
            value={form.whenSigned ? 'signed' : 'press'}
            onChange={(value) => setForm((old) => ({ ...old, whenSigned: value === 'signed' }))}
          />
          <Segmented
            label={t('sending.setUp.pages')}
            options={[
              { value: 'yes', label: t('sending.setUp.withPages') },
              { value: 'no', label: t('sending.setUp.withoutPages') },
            ]}
            value={form.pages ? 'yes' : 'no'}
            onChange={(value) => setForm((old) => ({ ...old, pages: value === 'yes' }))}
          />
        </div>
        <p className={styles.soft}>
          {t('sending.setUp.whenHint')} {t('sending.setUp.pagesHint')}
        </p>
        <div key={JSON.stringify(state)} ref={inSight}>
          {failed === null ? null : (
            <Banner tone="amber">
              {failureText(failed).say}{' '}
              {typeof why === 'string' ? t('sending.setUp.why', { why: whyWords(why) }) : null}{' '}
              {failureText(failed).next}
            </Banner>
          )}
          {found === null ? null : <FoundWords found={found} />}
        </div>
      </form>
    </Dialog>
  );
}
