import { expect, it } from 'vitest';
import { startCatalogue } from '../../../renderer/i18n/i18n.ts';
import { timeOfDay } from '../../../renderer/room/session/format.ts';
import { summaryFacts } from '../../../renderer/room/session/handover/summary-facts.ts';
import { MINUTE } from '../../helpers/fake-clock.ts';
import { TestRoom } from '../../helpers/session-builder.ts';

it('what has run in is told with where the figure comes from', () => {
  const { t } = startCatalogue();
  const room = new TestRoom().started().run(25 * MINUTE);
  const given = () => summaryFacts(t, room.session, room.protocol, room.clock.now())[0]?.[1];
  expect(given()).toBe('about 18 mg of 36 mg Ketamine so far, reckoned from the order');
  room.do({ type: 'readPumpTotal', noteId: 'a', total: { unit: 'ml', value: 17 }, confirmed: false, agoMs: 0 });
  expect(given()).toBe(`about 17 mg of 36 mg Ketamine so far, from the pump at ${timeOfDay(room.clock.now().wallMs)}`);
});
