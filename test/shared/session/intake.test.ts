import { expect, test } from 'vitest';
import { noComfort, openChoice, type Choice } from '../../../shared/intake/choice.ts';
import { mayReadIntention, withoutIntention } from '../../../shared/intake/privacy.ts';
import { musicMode } from '../../../shared/intake/wish.ts';
import { textsOf } from '../../../shared/people/session-texts.ts';
import { can } from '../../../shared/session/can.ts';
import type { SessionCommand } from '../../../shared/session/command.ts';
import { replay } from '../../../shared/session/evolve.ts';
import { TestRoom } from '../../helpers/session-builder.ts';

const said: Choice = {
  ...openChoice('es'),
  intention: { text: 'to forgive my brother', readers: 'nurse', inExport: false },
  comfort: { ...noComfort, approach: 'neverTouch' },
};
const shore = { musicHash: 'shore', title: 'Shore' };
const open: SessionCommand = { type: 'openIntake', language: 'es', ownFiles: null };

function keep(choice: Choice, music: { musicHash: string; title: string } | null = null): SessionCommand {
  return { type: 'keepIntake', by: 'patient', choice, music };
}
const types = (room: TestRoom, from: number) => room.events.slice(from).map(({ body }) => body.type);

test('step by step the whole choice is kept, under the name of who handed the screen over; the same again is nothing', () => {
  const room = new TestRoom();
  room.do(open).do(keep(said));
  const music: Choice = { ...said, music: { kind: 'set', musicHash: 'shore' } };
  room.do(keep(music, shore)).do(keep(music, shore));
  expect(types(room, 1)).toEqual(['intakeOpened', 'intakeKept', 'intakeKept', 'musicChosen']);
  expect(room.session.intake).toMatchObject({ screen: 'asking', handedBy: room.author, choice: music, done: false });
  expect(room.session).toMatchObject({ musicHash: 'shore', musicTitle: 'Shore' });
  room.do({ type: 'restIntake' });
  expect(room.session.intake).toMatchObject({ screen: 'resting', done: true });
  expect(room.refusal(keep(said))).toBe('session.notNow');
});

test('a set that the nurse chose since stays when another answer is kept', () => {
  const room = new TestRoom();
  const music: Choice = { ...said, music: { kind: 'set', musicHash: 'shore' } };
  room.do(open).do(keep(music, shore));
  room.do({ type: 'chooseMusic', musicHash: 'meadow', title: 'Meadow' });
  room.do(keep({ ...music, scope: 'course' }, shore));
  expect(room.session.musicHash).toBe('meadow');
});

test('"quiet" and the own phone let no music begin; a set chosen later plays', () => {
  for (const kind of ['quiet', 'ownPhone'] as const) {
    const room = new TestRoom();
    const wish: Choice = { ...said, music: { kind } };
    room.do(open).do(keep(wish));
    expect(room.session.musicHash).toBeNull();
    expect(musicMode(room.session.musicHash, room.session.intake.choice)).toBe(kind);
    room.do({ type: 'chooseMusic', musicHash: 'meadow', title: 'Meadow' });
    expect(musicMode(room.session.musicHash, room.session.intake.choice)).toBe('set');
    expect(room.session.intake.choice?.music).toEqual({ kind: 'set', musicHash: 'meadow' });
    room.do({ type: 'keepIntake', by: 'staff', choice: wish, music: null });
    expect(musicMode(room.session.musicHash, room.session.intake.choice)).toBe(kind);
  }
});

test('a change of mind in the middle of the hour: quiet, the own phone and a set follow each other by a word, also at the locked screen', () => {
  const room = new TestRoom();
  const course: Choice = { ...said, music: { kind: 'set', musicHash: 'shore' }, scope: 'course' };
  room.do(open).do(keep(course, shore)).do({ type: 'closeIntake' }).prepared().do({ type: 'start', agoMs: 0 });
  room.do({ type: 'lowerForVoice' });
  const from = room.events.length;
  room.author = { kind: 'unsigned' };
  room.do({ type: 'chooseNoMusic', wish: 'quiet' }).do({ type: 'chooseNoMusic', wish: 'quiet' });
  expect(room.session).toMatchObject({ musicHash: null, musicTitle: null, music: { underVoice: false } });
  // The rest of what they chose stands; for the course they chose at the intake.
  expect(room.session.intake.choice).toEqual({ ...course, music: { kind: 'quiet' }, scope: 'session' });
  expect(can(room.session)).toMatchObject({ soften: false, nextTrack: false, lowerForVoice: false });
  room.do({ type: 'chooseNoMusic', wish: 'ownPhone' });
  expect(musicMode(room.session.musicHash, room.session.intake.choice)).toBe('ownPhone');
  room.do({ type: 'chooseMusic', musicHash: 'meadow', title: 'Meadow' });
  expect(room.session).toMatchObject({ musicHash: 'meadow', intake: { choice: { music: { kind: 'set' } } } });
  expect(can(room.session)).toMatchObject({ soften: true, nextTrack: true, lowerForVoice: true });
  expect(types(room, from)).toEqual(['noMusicChosen', 'noMusicChosen', 'musicChosen']);
  expect(room.session.unsigned).toEqual([]);
});

test('without an intake the same word is taken, and nothing else counts as said', () => {
  const room = new TestRoom().started().do({ type: 'chooseNoMusic', wish: 'ownPhone' });
  expect(room.session.intake.choice).toEqual({ ...openChoice('en'), music: { kind: 'ownPhone' }, scope: 'session' });
  room.do({ type: 'stopPump', reason: 'complete', note: null, agoMs: 0 });
  expect(room.session.musicHash).toBeNull();
});

test('the volume found just right is the session’s, until somebody sets it', () => {
  const room = new TestRoom();
  room
    .do({ type: 'beginPreChecks' })
    .do(open)
    .do(keep({ ...said, loudness: 0.3 }));
  expect(room.session.music.volume).toBe(0.3);
  room.do({ type: 'setVolume', level: 0.5 }).do(keep({ ...said, loudness: 0.3, scope: 'session' }));
  expect(room.session.music.volume).toBe(0.5);
});

test('who asks for help is seen until somebody comes, also from the locked screen, and nobody has to sign for that', () => {
  const room = new TestRoom();
  room.do(open).do({ type: 'askIntakeHelp' });
  expect(room.session.intake.helpAskedAt).toBe(room.clock.now().wallMs);
  expect(can(room.session).askIntakeHelp).toBe(false);
  room.author = { kind: 'unsigned' };
  room.do({ type: 'answerIntakeHelp' });
  expect(room.session.intake.helpAskedAt).toBeNull();
  expect(room.session.unsigned).toEqual([]);
});

test('a start, an emergency or a session not given takes the screen away and keeps what was chosen; then it is not handed over', () => {
  const ends: readonly ((room: TestRoom) => TestRoom)[] = [
    (room) => room.do({ type: 'start', agoMs: 0 }),
    (room) => room.do({ type: 'beginEmergency' }),
    (room) => room.do({ type: 'doNotGive', reason: 'cold', postponed: true }),
  ];
  for (const end of ends) {
    const room = new TestRoom().prepared();
    room.do(open).do(keep(said)).do({ type: 'askIntakeHelp' });
    end(room);
    expect(room.session.intake).toMatchObject({ screen: 'none', helpAskedAt: null, choice: said });
    expect(room.refusal(open)).toBe('session.notNow');
    expect(room.refusal(keep(said))).toBe('session.notNow');
  }
});

test('staff write down a change of mind at any time, and never touch the intention', () => {
  const room = new TestRoom();
  room.do(open).do(keep(said)).do({ type: 'closeIntake' }).prepared().do({ type: 'start', agoMs: 0 });
  const changed: Choice = { ...said, intention: null, comfort: { ...noComfort, approach: 'touchShoulder' } };
  room.do({ type: 'keepIntake', by: 'staff', choice: changed, music: null });
  expect(room.session.intake.choice).toEqual({ ...changed, intention: said.intention });
});

test('an intention is read by whom the patient chose, found by no search, and goes to no window by itself', () => {
  const room = new TestRoom();
  room.do(open).do(keep(said));
  const { handedBy } = room.session.intake;
  const intention = { text: 'x', inExport: false, readers: 'nurse' as const };
  const staff = (staffId: string, role: 'nurse' | 'clinician') => ({ staffId, name: staffId, role, active: true });
  expect(mayReadIntention(intention, staff('okafor', 'nurse'), handedBy)).toBe(true);
  expect(mayReadIntention(intention, staff('lindqvist', 'clinician'), handedBy)).toBe(false);
  expect(mayReadIntention(intention, staff('alvarez', 'clinician'), handedBy)).toBe(true);
  expect(mayReadIntention({ ...intention, readers: 'careTeam' }, staff('lindqvist', 'clinician'), handedBy)).toBe(true);

  const told = room.events.map(withoutIntention);
  expect(JSON.stringify(told)).not.toContain('brother');
  expect(room.events.flatMap(({ body }) => textsOf(body)).join(' ')).not.toContain('brother');
  const seen = replay(told);
  expect(seen?.intake.choice).toEqual({ ...said, intention: null });
  expect({ ...seen, intake: null }).toEqual({ ...room.session, intake: null });
});
