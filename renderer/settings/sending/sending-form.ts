import { readBase, tokenSchema, type FhirServer, type SendingSetup } from '../../../shared/sending/server.ts';
import { baseOf } from '../../../shared/sending/server.ts';
import { newForm, type ConnectionForm } from '../lamps/connection-form.ts';

/** The server as typed. */
export interface SendingForm {
  readonly address: string;
  readonly auth: FhirServer['auth'];
  /** Never what is kept: empty, or what is typed now. */
  readonly token: string;
  readonly pages: boolean;
  readonly whenSigned: boolean;
  /** The pinned fingerprint; null where none is pinned. */
  readonly certificate: string | null;
  /** Host and port whose certificate was looked at and said to be the right one. */
  readonly confirmedFor: string | null;
}

export function sendingForm({ server, whenSigned }: SendingSetup): SendingForm {
  if (server === null) {
    const empty = { address: '', token: '', certificate: null, confirmedFor: null };
    return { ...empty, auth: 'bearer', pages: true, whenSigned: false };
  }
  const { auth, certificate, pages } = server;
  return { address: baseOf(server), auth, token: '', pages, whenSigned, certificate, confirmedFor: placeOf(server) };
}

/** Host and port as the look at a certificate wants them: always with a port. */
function placeOf({ host }: Pick<FhirServer, 'host'>): string {
  return /:\d+$/.test(host) ? host : `${host}:443`;
}

/** The same as the form for connections has it, for the step that looks at a certificate. */
export function certificateForm(form: SendingForm): ConnectionForm | null {
  const base = readBase(form.address);
  if (base === null) return null;
  const { certificate, confirmedFor } = form;
  return { ...newForm('mqtt', 'fhir', placeOf(base)), encrypted: true, certificate, confirmedFor };
}

export type SendingErrors = Readonly<Partial<Record<'address' | 'token' | 'certificate', true>>>;

/** The server that the form describes, or what is wrong. @param hasToken one is kept that an empty field leaves as it is */
export function readSending(
  form: SendingForm,
  hasToken: boolean,
): { readonly server: FhirServer | null; readonly errors: SendingErrors } {
  const base = readBase(form.address);
  const { auth, pages, certificate } = form;
  const token = auth === 'none' || (form.token === '' ? hasToken : tokenSchema.safeParse(form.token).success);
  const looked = base !== null && form.confirmedFor === placeOf(base);
  const errors: SendingErrors = {
    ...(base === null ? { address: true } : {}),
    ...(token ? {} : { token: true }),
    ...(base === null || looked ? {} : { certificate: true }),
  };
  return { server: base !== null && token && looked ? { ...base, auth, pages, certificate } : null, errors };
}
