import { failure, success } from '../../../shared/ipc/answer.ts';
import type { RequestArgs } from '../../../shared/ipc/contract.ts';
import type { SendingRow, SendingView } from '../../../shared/ipc/sending.ts';
import { noSending, type SendingSetup } from '../../../shared/sending/server.ts';

const DAY = 86_400_000;
const at = Date.UTC(2026, 10, 22, 9, 30);
const common = {
  askedAt: at,
  askedBy: 'staff-holm',
  asker: 'A. Holm',
  turn: 1,
  known: 40,
  beside: 0,
  underway: false,
} as const;
const taken = (ago: number, version: string) => ({
  ...{ at: at - ago, seq: 40, beside: 0, versionId: version },
  location: `https://fhir.clinic.example/r4/Bundle/0b6c1f5e-52a8-5d0e-9d3a-6f0c2b1d7a4e/_history/${version}`,
});

/** A list with one session of each kind; people clearly made up. */
function rows(): SendingRow[] {
  const of = (index: number, name: string, birthDate: string) => ({
    ...common,
    ...{ sessionId: `sent-${index}`, patient: { name, birthDate }, sessionAt: at - index * DAY, infusionNumber: index },
    ...{ outdated: false, taken: null },
  });
  return [
    {
      ...of(1, 'Wren Example', '1980-02-29'),
      state: {
        ...{ kind: 'refused', at, code: 'refused', status: 422 },
        words: 'Bundle.entry[4].resource: unknown code 59408-5',
      },
    },
    { ...of(2, 'Bo Testfall', '1990-11-30'), state: { kind: 'waiting', tries: 3, why: 'busy' } },
    { ...of(3, 'Cleo Beispiel', '1966-01-17'), state: { kind: 'accepted' }, taken: taken(DAY, '1'), outdated: true },
    {
      ...of(4, 'Änne Großmann-Tal', '1978-03-05'),
      askedBy: null,
      asker: null,
      state: { kind: 'accepted' },
      taken: taken(0, '2'),
    },
    { ...of(5, 'Milo Fictional', '1971-07-07'), state: { kind: 'withheld', at, by: 'staff-holm' } },
    {
      ...of(6, 'Gone', '1970-01-01'),
      patient: null,
      sessionAt: null,
      infusionNumber: null,
      state: { kind: 'erased', at },
      taken: taken(9 * DAY, '1'),
    },
  ];
}

/** Main's side of it inside the page: it remembers and answers; a server named `nowhere` is not reached, one named `old` speaks R5. */
export class InPageSending {
  setup: SendingSetup = noSending;
  rows: SendingRow[] = rows();

  view(): SendingView {
    const { on, whenSigned } = this.setup;
    const count = (kind: SendingRow['state']['kind']): number =>
      this.rows.filter(({ state }) => state.kind === kind).length;
    const figures = { waiting: count('waiting'), refused: count('refused'), accepted: count('accepted'), outdated: 1 };
    return { on, whenSigned, ...figures, underway: false, pause: { until: at + 600_000, code: 'busy' }, halt: null };
  }

  #change(sessionId: string, state: SendingRow['state']) {
    this.rows = this.rows.map((row) => (row.sessionId === sessionId ? { ...row, state } : row));
    return success({});
  }

  readonly handlers = {
    'sending.read': () => success({ setup: this.setup, view: this.view() }),
    'sending.try': ({ server }: RequestArgs<'sending.try'>) =>
      server.host === 'nowhere'
        ? failure('unavailable', 'sending.noAnswer', { why: 'notAllowed' })
        : success({
            version: server.host === 'old' ? '5.0.0' : '4.0.1',
            r4: server.host !== 'old',
            name: 'Example FHIR server',
            bundles: 'yes' as const,
          }),
    'sending.save': ({ setup }: RequestArgs<'sending.save'>) => {
      this.setup = setup;
      return success({});
    },
    'sending.list': () => success({ rows: this.rows, total: this.rows.length }),
    'sending.ask': ({ sessionId }: RequestArgs<'sending.ask'>) =>
      this.#change(sessionId, { kind: 'waiting', tries: 0, why: null }),
    'sending.askAll': () => success({ asked: 4, left: 1 }),
    'sending.withhold': ({ sessionId }: RequestArgs<'sending.withhold'>) =>
      this.#change(sessionId, { kind: 'withheld', at, by: 'staff-holm' }),
    'sending.again': () => success({}),
  };
}
