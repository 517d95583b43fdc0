import { failure, success, type Answer } from '../../shared/ipc/answer.ts';
import { MOST_AT_ONCE } from '../../shared/ipc/sending.ts';
import type { Staff } from '../../shared/people/people.ts';
import { lookAfterRoles, type SessionRow } from '../../shared/people/people.ts';
import { createAudit } from '../access/audit.ts';
import type { OpenDesk } from '../desk.ts';
import { systemTimers } from '../lights/timers.ts';
import { idsOf } from '../report/exports.ts';
import type { Sending } from '../sending/keeper.ts';
import { listed, viewOf } from '../sending/list.ts';
import type { Tokens } from '../sending/tokens.ts';
import { tryServer } from '../sending/try-server.ts';
import type { SettingsStore } from '../settings.ts';
import { baseOf } from '../../shared/sending/server.ts';
import type { Handlers } from './server.ts';

type SendingRequests =
  | 'sending.read'
  | 'sending.try'
  | 'sending.save'
  | 'sending.list'
  | 'sending.ask'
  | 'sending.askAll'
  | 'sending.withhold'
  | 'sending.again';

export interface SendingHandlerParts {
  readonly sending: Sending;
  readonly tokens: Tokens;
  readonly settings: Pick<SettingsStore, 'sending' | 'setSending'>;
  readonly desk: () => Answer<OpenDesk>;
}

/** Requests about the clinic's FHIR server: set up by the owner; used by those who may export. */
export function sendingHandlers({
  sending,
  tokens,
  settings,
  desk,
}: SendingHandlerParts): Pick<Handlers, SendingRequests> {
  let asking = new AbortController();
  const signed = async <T>(
    may: (by: Staff) => string | null,
    work: (at: OpenDesk, by: Staff) => Promise<Answer<T>>,
  ): Promise<Answer<T>> => {
    const found = desk();
    if (!found.ok) return found;
    const by = found.data.signedIn();
    if (by === null) return failure('refused', 'access.signInNeeded');
    const refused = may(by);
    return refused === null ? work(found.data, by) : failure('refused', refused);
  };
  const owner = ({ role }: Staff): string | null => (role === 'owner' ? null : 'sending.ownerOnly');
  const exporter = ({ role }: Staff): string | null => (role === 'therapist' ? 'access.notYourRole' : null);
  const keeper = ({ role }: Staff): string | null => (lookAfterRoles.includes(role) ? null : 'access.roleMissing');

  return {
    'sending.read': async () => {
      const found = desk();
      const known = found.ok && found.data.signedIn() !== null;
      const setup = known ? settings.sending() : { ...settings.sending(), server: null };
      return success({ setup, view: viewOf(settings.sending(), sending, Date.now()) });
    },
    'sending.try': ({ server, token }) =>
      signed(owner, async () => {
        asking.abort();
        asking = new AbortController();
        const { signal } = asking;
        const way = { server, token: await tokens.toTry(server, token) };
        if (server.auth !== 'none' && way.token === null)
          return failure('refused', 'sending.tokenMissing', {}, 'token');
        return tryServer(way, systemTimers, signal);
      }),
    'sending.save': ({ setup, token }) =>
      signed(owner, async ({ records, clock }, { staffId }) => {
        const { on, whenSigned, server } = setup;
        if (on && server === null) return failure('invalid', 'sending.serverMissing', {}, 'address');
        const kept = server === null ? success({}) : await tokens.keep(server, token);
        if (!kept.ok) return kept;
        if (on && server !== null && server.auth !== 'none' && (await tokens.kept(server)) === null)
          return failure('refused', 'sending.tokenMissing', {}, 'token');
        const marked = await sending.beforeSetting();
        if (!marked.ok) return marked;
        try {
          settings.setSending(setup);
        } catch {
          return failure('unsaved', 'sending.notKept');
        }
        const body = { type: 'sendingSet', on, whenSigned, server: server === null ? null : baseOf(server) } as const;
        await createAudit(records.clinic).note({ kind: 'staff', staffId }, body, clock.now());
        return sending.release();
      }),
    'sending.list': ({ from }) => signed(exporter, ({ records }) => listed(records.clinic, sending, from)),
    'sending.ask': ({ sessionId }) =>
      signed(exporter, async ({ records }, { staffId }) => {
        const row = await records.clinic.session(sessionId);
        if (!row.ok) return row;
        if (row.data === null) return failure('refused', 'session.unknown');
        return isOver(row.data) ? sending.ask([sessionId], staffId) : failure('refused', 'sending.notOver');
      }),
    'sending.askAll': ({ search }) =>
      signed(keeper, async ({ records: { clinic } }, { staffId }) => {
        if (search.practice) return failure('refused', 'export.practice');
        const ids = await idsOf(clinic, search, new AbortController().signal);
        if (!ids.ok) return ids;
        if (ids.data.length === 0) return failure('refused', 'export.none');
        if (ids.data.length > MOST_AT_ONCE) return failure('refused', 'sending.tooMany', { most: MOST_AT_ONCE });
        const over: string[] = [];
        for (const id of ids.data) {
          const row = await clinic.session(id);
          if (!row.ok) return row;
          if (row.data !== null && isOver(row.data)) over.push(id);
        }
        const asked = await sending.ask(over, staffId);
        return asked.ok ? success({ asked: over.length, left: ids.data.length - over.length }) : asked;
      }),
    'sending.withhold': ({ sessionId }) => signed(exporter, (_at, { staffId }) => sending.withhold(sessionId, staffId)),
    'sending.again': () => signed(exporter, () => sending.release()),
  };
}

function isOver({ phase }: Pick<SessionRow, 'phase'>): boolean {
  return phase === 'finished' || phase === 'notGiven';
}
