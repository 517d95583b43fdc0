import { failure, success } from '../../../shared/ipc/answer.ts';
import type { RequestArgs } from '../../../shared/ipc/contract.ts';
import type { Protocol } from '../../../shared/protocol/schema.ts';

/** The versions of the previewed clinic's protocol, in memory. */
export function pageProtocols(builtIn: () => Protocol) {
  const made: { readonly protocol: Protocol; readonly takenFrom: number | null; readonly note: string }[] = [];
  const all = () => [{ protocol: builtIn(), takenFrom: null, note: '' }, ...made];
  const newest = (): Protocol => all().at(-1)?.protocol ?? builtIn();
  const make = (cues: Protocol['cues'], takenFrom: number | null, note: string) => {
    const version = newest().version + 1;
    made.push({ protocol: { ...newest(), cues, version, author: 'R. Alvarez, RN' }, takenFrom, note });
    return success({ version });
  };
  const find = (version: number) => all().find(({ protocol }) => protocol.version === version)?.protocol;
  return {
    'protocols.list': () =>
      success({
        versions: all().map(({ protocol: { version, madeAt, author }, takenFrom, note }) => ({
          ...{ version, madeAt, takenFrom, note },
          by: version === builtIn().version ? null : author,
        })),
      }),
    'protocols.get': ({ version }: RequestArgs<'protocols.get'>) => {
      const protocol = find(version);
      return protocol === undefined ? failure('refused', 'protocol.versionUnknown') : success({ protocol });
    },
    'protocols.save': ({ cues, note }: RequestArgs<'protocols.save'>) => make(cues, null, note),
    'protocols.saveWhole': ({ protocol, note }: RequestArgs<'protocols.saveWhole'>) => {
      const version = newest().version + 1;
      made.push({ protocol: { ...protocol, version, author: 'R. Alvarez, RN' }, takenFrom: null, note });
      return success({ version });
    },
    'protocols.takeAgain': ({ version }: RequestArgs<'protocols.takeAgain'>) =>
      make(find(version)?.cues ?? [], version, ''),
    'cuePreview.play': () => success({}),
    'cuePreview.pause': () => success({}),
    'cuePreview.end': () => success({}),
  };
}
