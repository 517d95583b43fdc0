import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import type { PrintJob } from '../../shared/ipc/print.ts';
import { evolve } from '../../shared/session/evolve.ts';
import type { SessionEvent } from '../../shared/session/event.ts';
import type { Session } from '../../shared/session/state.ts';
import { createClient } from '../client/client.ts';
import { windowBridge } from '../client/window-bridge.ts';
import { copySpeech } from '../i18n/copy/copy.ts';
import { startCatalogue } from '../i18n/i18n.ts';
import { pageSheet } from './page-sheet.ts';
import { PatientPage } from './patient-page.tsx';
import { PrintedRecord } from './printed-record.tsx';
import type { ToPrint } from './to-print.ts';
import './print.css';

const client = createClient(windowBridge());
const root = document.getElementById('root');

/** Everything of the session that is being printed; null where main does not give it. */
async function read(): Promise<ToPrint | null> {
  const asked = await client.request('print.job', {});
  if (!asked.ok) return null;
  const job: PrintJob = asked.data.job;
  const events: SessionEvent[] = [];
  for (let more = true; more;) {
    const page = await client.request('print.entries', { from: events.length });
    if (!page.ok) return null;
    events.push(...page.data.events);
    ({ more } = page.data);
  }
  const session = events.reduce<Session | null>(evolve, null);
  return session === null ? null : { job, events, session };
}

/** Lays the pages out, and tells main that they may be drawn. */
async function layOut(): Promise<void> {
  const found = root === null ? null : await read();
  if (root === null || found === null) return void client.request('print.ready', { laidOut: false });
  const i18n = startCatalogue();
  const speech = copySpeech(i18n, found.job.language);
  document.adoptedStyleSheets = [pageSheet(found, i18n.t, speech)];
  if (found.job.kind === 'patientPage') document.documentElement.lang = speech.language;
  flushSync(() =>
    createRoot(root).render(
      <I18nextProvider i18n={i18n}>
        {found.job.kind === 'record' ? null : <PatientPage print={found} speech={speech} />}
        {found.job.kind === 'patientPage' ? null : <PrintedRecord print={found} />}
      </I18nextProvider>,
    ),
  );
  await document.fonts.ready;
  await client.request('print.ready', { laidOut: true });
}

void layOut();
