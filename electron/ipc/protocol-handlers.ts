import { failure, success, type Answer } from '../../shared/ipc/answer.ts';
import type { RequestData } from '../../shared/ipc/contract.ts';
import type { OpenDesk } from '../desk.ts';
import type { CuePreview } from '../lights/cue-preview.ts';
import type { ProtocolFiles } from '../protocol/files.ts';
import type { Maker } from '../protocol/versions.ts';
import type { Handlers } from './server.ts';

type ProtocolRequests =
  | 'protocols.list'
  | 'protocols.get'
  | 'protocols.save'
  | 'protocols.saveWhole'
  | 'protocols.writeFile'
  | 'protocols.readFile'
  | 'protocols.takeAgain'
  | 'cuePreview.play'
  | 'cuePreview.pause'
  | 'cuePreview.end';

/** What of the desk is needed here. */
export type ProtocolDesk = Pick<OpenDesk, 'signedIn' | 'protocols' | 'clock'> & {
  readonly records: { readonly clinic: Pick<OpenDesk['records']['clinic'], 'staff'> };
};

/**
 * Requests about the versions of the clinic's protocol, and of a preview of its lights. Somebody has to be signed in; a
 * therapist may look. To end a preview is always possible.
 */
export function protocolHandlers(
  desk: () => Answer<ProtocolDesk>,
  preview: CuePreview,
  files: ProtocolFiles,
): Pick<Handlers, ProtocolRequests> {
  const signed = async <T>(work: (at: ProtocolDesk) => Promise<Answer<T>>): Promise<Answer<T>> => {
    const found = desk();
    if (!found.ok) return found;
    return found.data.signedIn() === null ? failure('refused', 'access.signInNeeded') : work(found.data);
  };
  const made = <T>(work: (at: ProtocolDesk, maker: Maker) => Promise<Answer<T>>): Promise<Answer<T>> =>
    signed(async (at) => {
      const staff = at.signedIn();
      if (staff === null) return failure('refused', 'access.signInNeeded');
      if (staff.role === 'therapist') return failure('refused', 'access.notYourRole');
      return work(at, { staffId: staff.staffId, name: staff.name, now: at.clock.now() });
    });
  return {
    'protocols.list': () => signed(listed),
    'protocols.get': ({ version }) =>
      signed(async (at) => {
        const protocol = await at.protocols.get(version);
        return protocol.ok ? success({ protocol: protocol.data }) : protocol;
      }),
    'protocols.save': (change) => made((at, maker) => at.protocols.save(change, maker)),
    'protocols.saveWhole': (change) => made((at, maker) => at.protocols.saveWhole(change, maker)),
    'protocols.writeFile': ({ version }) =>
      signed(async (at) => {
        const protocol = await at.protocols.get(version);
        return protocol.ok ? files.write(protocol.data) : protocol;
      }),
    'protocols.readFile': () => made(() => files.read()),
    'protocols.takeAgain': (of) => made((at, maker) => at.protocols.takeAgain(of, maker)),
    'cuePreview.play': ({ atMs, ...sheet }) => signed(async () => preview.play(sheet, atMs)),
    'cuePreview.pause': async () => {
      preview.pause();
      return success({});
    },
    'cuePreview.end': async () => {
      preview.end();
      return success({});
    },
  };
}

async function listed({ protocols, records }: ProtocolDesk): Promise<Answer<RequestData<'protocols.list'>>> {
  const [versions, staff] = [await protocols.list(), await records.clinic.staff()];
  if (!versions.ok) return versions;
  if (!staff.ok) return staff;
  const names = new Map(staff.data.map(({ staffId, name }) => [staffId, name]));
  return success({
    versions: versions.data.map(({ version, madeAt, author, takenFrom, note }) => {
      const by = author.kind === 'staff' ? (names.get(author.staffId) ?? author.staffId) : null;
      return { version, madeAt, by, takenFrom, note };
    }),
  });
}
