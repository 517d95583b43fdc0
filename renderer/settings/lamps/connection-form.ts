import { connectionSchema, type Connection, type ConnectionKind } from '../../../shared/lights/lamps.ts';
import { needsSecret } from '../../../shared/lights/setup.ts';

/** A connection as typed. */
export interface ConnectionForm {
  /** Null: a new one. */
  readonly id: string | null;
  readonly kind: ConnectionKind;
  readonly name: string;
  readonly host: string;
  readonly user: string;
  /** Never what is kept: empty, or what is typed now. */
  readonly secret: string;
  readonly encrypted: boolean;
  /** The pinned fingerprint; null where none is pinned. */
  readonly certificate: string | null;
  /** Where the certificate was looked at and said to be the right one. */
  readonly confirmedFor: string | null;
  readonly bridgeId: string;
  readonly universe: string;
  readonly from: string;
  readonly priority: string;
  readonly frameRate: string;
}

/** What is wrong, by field: a key below `lamps.error`, or the range of a number. */
export type FormErrors = Readonly<
  Partial<Record<string, 'name' | 'host' | 'secret' | 'from' | 'certificate' | NumberRange>>
>;
export interface NumberRange {
  readonly min: number;
  readonly max: number;
}

const ranges: Readonly<Record<string, NumberRange>> = {
  priority: { min: 0, max: 200 },
  frameRate: { min: 30, max: 44 },
};
const universes = { sacn: { min: 1, max: 63_999 }, artnet: { min: 0, max: 32_767 } } as const;

export function newForm(kind: ConnectionKind, name: string, host: string): ConnectionForm {
  const secure = kind === 'hue' || (kind === 'mqtt' && !host.endsWith(':1883'));
  return {
    ...{ id: null, kind, name, host, user: '', secret: '', encrypted: secure, certificate: null, confirmedFor: null },
    ...{ bridgeId: '', universe: kind === 'sacn' ? '1' : '0', from: '', priority: '100', frameRate: '40' },
  };
}

export function formOf(connection: Connection): ConnectionForm {
  const form = newForm(connection.kind, connection.name, connection.host ?? '');
  const encrypted = 'encrypted' in connection ? connection.encrypted : form.encrypted;
  return {
    ...form,
    id: connection.id,
    encrypted,
    user: connection.kind === 'mqtt' ? (connection.user ?? '') : '',
    certificate: 'certificate' in connection ? connection.certificate : null,
    confirmedFor: encrypted ? form.host : null,
    bridgeId: connection.kind === 'hue' ? connection.bridgeId : '',
    ...('universe' in connection
      ? { universe: String(connection.universe), frameRate: String(connection.frameRate) }
      : {}),
    ...(connection.kind === 'sacn' ? { from: connection.from ?? '', priority: String(connection.priority) } : {}),
  };
}

/** The connection that a form describes; a number that is none, or an empty address, does not fit its schema. */
function candidate(form: ConnectionForm): unknown {
  const common = { kind: form.kind, id: form.id ?? 'new', name: form.name.trim(), host: form.host.trim() };
  const { encrypted, certificate, bridgeId } = form;
  switch (form.kind) {
    case 'hue':
      return { ...common, certificate, bridgeId };
    case 'wled':
      return common;
    case 'sacn':
      return {
        ...common,
        ...{ host: orNull(form.host), from: orNull(form.from) },
        ...{ universe: whole(form.universe), priority: whole(form.priority), frameRate: whole(form.frameRate) },
      };
    case 'artnet':
      return { ...common, universe: whole(form.universe), frameRate: whole(form.frameRate) };
    case 'mqtt':
      return { ...common, encrypted, user: orNull(form.user), certificate: encrypted ? certificate : null };
    default:
      return { ...common, encrypted, certificate: encrypted ? certificate : null };
  }
}

/** The connection, where nothing is wrong with the form; else what is. */
export function readForm(
  form: ConnectionForm,
):
  | { readonly connection: Connection; readonly errors: null }
  | { readonly connection: null; readonly errors: FormErrors } {
  const parsed = connectionSchema.safeParse(candidate(form));
  const wrong = new Set(parsed.success ? [] : parsed.error.issues.map((issue) => String(issue.path[0] ?? '')));
  const isNew = form.id === null;
  const lacksSecret = parsed.success && isNew && needsSecret(parsed.data) && form.kind !== 'hue' && form.secret === '';
  const unproven = form.encrypted && form.certificate === null && form.confirmedFor !== form.host.trim();
  const errors: Record<string, NonNullable<FormErrors[string]>> = {};
  for (const field of wrong) {
    if (field === 'name' || field === 'host' || field === 'from') errors[field] = field;
    const range = field === 'universe' ? universes[form.kind === 'artnet' ? 'artnet' : 'sacn'] : ranges[field];
    if (range !== undefined) errors[field] = range;
  }
  if (lacksSecret) errors['secret'] = 'secret';
  if (unproven) errors['certificate'] = 'certificate';
  if (!parsed.success || Object.keys(errors).length > 0) return { connection: null, errors };
  return { connection: parsed.data, errors: null };
}

function orNull(text: string): string | null {
  return text.trim() === '' ? null : text.trim();
}

function whole(text: string): number {
  return /^\d{1,6}$/.test(text.trim()) ? Number(text) : Number.NaN;
}
