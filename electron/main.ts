import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { app, dialog, globalShortcut, Menu, type BrowserWindow } from 'electron';
import type { PushData, PushName } from '../shared/ipc/contract.ts';
import { safeStorageKeychain } from './access/safe-storage-keychain.ts';
import { openFaultLog } from './fault-log.ts';
import { Front } from './front.ts';
import { appHandlers } from './ipc/app-handlers.ts';
import { intakeHandlers } from './ipc/intake-handlers.ts';
import { musicHandlers, tracksOf } from './ipc/music-handlers.ts';
import { musicSetHandlers } from './ipc/music-set-handlers.ts';
import { keyHandlers } from './ipc/key-handlers.ts';
import { lightsHandlers } from './ipc/lights-handlers.ts';
import { archiveHandlers } from './ipc/archive-handlers.ts';
import { healthHandlers } from './ipc/health-handlers.ts';
import { Dropped } from './ipc/dropped.ts';
import { outputHandlers } from './ipc/output-handlers.ts';
import { pcHandlers } from './ipc/pc-handlers.ts';
import { peopleHandlers } from './ipc/people-handlers.ts';
import { backupHandlers } from './ipc/backup-handlers.ts';
import { copyHandlers } from './ipc/copy-handlers.ts';
import { exportHandlers } from './ipc/export-handlers.ts';
import { openPrinter } from './report/open-printer.ts';
import { IpcServer } from './ipc/server.ts';
import { printHandlers } from './ipc/print-handlers.ts';
import { createProtocolFiles } from './protocol/files.ts';
import { protocolHandlers } from './ipc/protocol-handlers.ts';
import { retentionHandlers } from './ipc/retention-handlers.ts';
import { reviewHandlers } from './ipc/review-handlers.ts';
import { roomsHandlers } from './ipc/rooms-handlers.ts';
import { sendingHandlers } from './ipc/sending-handlers.ts';
import { sessionHandlers } from './ipc/session-handlers.ts';
import { openSending } from './sending/open-sending.ts';
import { takeFullKeys } from './lights/full-shortcut.ts';
import { openLamps } from './lights/open-lamps.ts';
import { openCuePreview } from './lights/open-preview.ts';
import { isLibrary, loadLibrary } from './music/library.ts';
import { openImport } from './music/import/open-import.ts';
import { serveMedia } from './music/media.ts';
import { playableSets } from './music/offers.ts';
import { watchCharge } from './music/charge.ts';
import { createOutputKeeper } from './music/output.ts';
import { openOwnSets } from './music/sets.ts';
import { openMusicStore } from './music/store.ts';
import { openRooms } from './rooms/open-rooms.ts';
import { Restoring } from './restoring.ts';
import { chooseClock } from './session/choose-clock.ts';
import { AwakeKeeper, followPower } from './session/power.ts';
import { openPcLook } from './pc/open-pc-look.ts';
import { openSettings } from './settings.ts';
import { firstStatus, StatusBoard } from './status.ts';
import { registerAppScheme, serveApp } from './windows/app-protocol.ts';
import { chooseMusic, systemAskFile } from './windows/ask-file.ts';
import { hardenSession, hardenWindows } from './windows/harden.ts';
import { leaveWell } from './windows/leave-well.ts';
import { boundPageHeaps } from './windows/page-heap.ts';
import { createPatientScreen } from './windows/patient-screen.ts';
import { reviveOnCrash } from './windows/revive.ts';
import { soundStays } from './windows/sound-stays.ts';
import { openDecoderWindow, openPrintWindow, openPlayerWindow, openRoomWindow } from './windows/windows.ts';

/** A second copy leaves with this code; the first one shows its window. */
const ALREADY_RUNNING = 10;

// Before `ready`: where data lies, our scheme, how much its pages may gather, the walls around every window, one copy only.
if (process.env['STILLROOM_DATA'] !== undefined) app.setPath('userData', process.env['STILLROOM_DATA']);
registerAppScheme();
boundPageHeaps(app);
hardenWindows();
soundStays(process.env, process.platform);
if (app.requestSingleInstanceLock()) void start();
else {
  console.error('Stillroom is already running on this computer. Its window is open, perhaps behind another one.');
  app.exit(ALREADY_RUNNING);
}

async function start(): Promise<void> {
  await app.whenReady();
  Menu.setApplicationMenu(null);
  hardenSession();
  const data = app.getPath('userData');
  const root = app.getAppPath();
  const log = openFaultLog(join(data, 'logs'));
  process.on('unhandledRejection', (error) => log('unhandledRejection', error));

  const settings = openSettings(data, randomUUID);
  const library = await loadLibrary(join(root, 'assets', 'music'));
  const builtIn = isLibrary(library) ? library.lookup : () => null;
  const store = await openMusicStore(join(data, 'music'));
  const ownSets = await openOwnSets(join(data, 'music'));
  const tracks = () => tracksOf(library, store);
  const ipc = new IpcServer(log);
  const preload = join(root, 'dist', 'preload', 'preload.cjs');
  const push = <N extends PushName>(to: 'room' | 'player' | 'patient', name: N, value: PushData<N>): void =>
    ipc.push([to], name, value);
  const output = createOutputKeeper({
    settings,
    send: (order) => ipc.push(['player', 'patient'], 'output', order),
    show: (view) => board.set({ output: view }),
  });
  watchCharge(output);
  let opened = false;
  const board: StatusBoard = new StatusBoard(
    firstStatus({
      settings: settings.read(),
      version: app.getVersion(),
      findings: [
        ...(settings.setAside ? ['settingsSetAside'] : []),
        ...(isLibrary(library) ? [] : [library.code]),
        ...store.findings,
        ...ownSets.findings,
      ],
      output: output.view(),
    }),
    (status) => {
      push('room', 'status', status);
      // Secrets that the vault keeps can be read from now on.
      if (status.state === 'open' && !opened) void Promise.all([lamps.registry.apply(), rooms.apply(), sending.open()]);
      if (status.state !== 'open' && opened) void sending.close();
      opened = status.state === 'open';
    },
  );

  const windows: { room: BrowserWindow | null; player: BrowserWindow | null } = { room: null, player: null };
  // A window that is not open yet takes the light from the session when it opens.
  const screenIsThere = (): boolean => windows.room === null || !windows.room.isDestroyed();
  const keychain = safeStorageKeychain(process.platform);
  const chainKey = (): Uint8Array | null => front.vault?.keys.clinic.chainKey ?? null;
  const lamps = await openLamps({
    ...{ folder: data, settings, keychain, chainKey },
    live: () => front.desk?.room.live != null,
    screen: (scene, fadeMs) => {
      push('room', 'scene', { scene, fadeMs });
      return screenIsThere();
    },
    // The window's lights panel shows the prompt, from the light that the session has.
    prompt: screenIsThere,
    show: (change) => board.set(change),
    onFault: (error) => log('lamps', error),
  });
  for (const code of lamps.findings) board.find(code);
  const toldOfPreview = (state: PushData<'cuePreview'>): void => push('room', 'cuePreview', state);
  const { lights, preview } = openCuePreview(lamps.lights, board, () => front.desk, toldOfPreview);
  const rooms = await openRooms({
    ...{ folder: data, settings, keychain, chainKey },
    show: (view) => push('room', 'rooms', view),
    onFault: (error) => log('rooms', error),
  });
  const printer = openPrinter(() => openPrintWindow(ipc, preload));
  const { sending, tokens } = await openSending({
    ...{ folder: data, settings, keychain, chainKey, printer, desk: () => front.desk },
    show: (view) => push('room', 'sending', view),
    onDamaged: () => board.find('sendingDamaged'),
    onFault: (error) => log('sending', error),
  });
  const awake = new AwakeKeeper();
  const clock = chooseClock(app.isPackaged);
  const pc = openPcLook({ folder: data, clock, awake, settings, board, desk: () => front.desk });
  const front: Front = new Front({
    place: { folder: data, keychain, pc: settings.pc },
    settings,
    clock,
    lights,
    forOne: () => new Set(ownSets.list().flatMap(({ id, forOne }) => (forOne === true ? [id] : []))),
    playable: () => playableSets(library, ownSets.list(), tracks),
    board,
    push,
    askFile: systemAskFile,
    patientScreen: createPatientScreen(ipc, preload),
    reloadPlayer: () => windows.player?.webContents.reload(),
    follow: (live) => {
      output.follow(live);
      pc.follow(live);
      rooms.follow(live);
    },
    heard: (session) => sending.heard(session),
    heardBeside: (change) => sending.heardBeside(change),
    keepAwake: (live) => awake.keepAwake(live),
  });
  const chooseFolder = async (): Promise<string | null> => {
    const chosen = await dialog.showOpenDialog({ properties: ['openDirectory', 'createDirectory'] });
    return chosen.canceled ? null : (chosen.filePaths[0] ?? null);
  };
  const { importer, decoder } = openImport({
    store,
    openWindow: () => openDecoderWindow(ipc, preload),
    push: (order) => ipc.push(['decoder'], 'decode', order),
    live: () => front.desk?.room.live != null,
  });
  serveApp(join(root, 'dist', 'renderer'), (request) =>
    serveMedia(request, (file) => builtIn(file) ?? store.lookup(file) ?? importer.lookup(file)),
  );
  const dropped = new Dropped();
  ipc.hearDrops('room', dropped.hear);
  const choose = async (what: 'files' | 'folder' | 'dropped'): Promise<readonly string[]> =>
    what === 'dropped' ? dropped.take() : chooseMusic(what);
  const restoring = new Restoring({ front, push, chooseFolder });
  ipc.serve({
    ...backupHandlers(front, restoring, chooseFolder),
    ...appHandlers(front),
    ...keyHandlers(front),
    ...sessionHandlers(front.needDesk),
    ...reviewHandlers(front.needDesk, settings),
    ...printHandlers(() => windows.room?.webContents ?? null),
    ...pcHandlers(pc),
    ...roomsHandlers(front, rooms),
    ...peopleHandlers(front.needDesk),
    ...retentionHandlers(front.needDesk),
    ...archiveHandlers(front.needDesk),
    ...healthHandlers(front.needDesk),
    ...copyHandlers(front.needDesk),
    ...exportHandlers(front.needDesk, systemAskFile, printer),
    ...sendingHandlers({ sending, tokens, settings, desk: front.needDesk }),
    ...intakeHandlers(front.needDesk),
    ...musicHandlers({ ...{ library, store, importer, decoder, ownSets }, choose, desk: front.needDesk }),
    ...lightsHandlers(front, lamps.handlers),
    ...outputHandlers(front, output, (sound) => push('player', 'probe', sound)),
    ...protocolHandlers(front.needDesk, preview, createProtocolFiles(systemAskFile)),
    ...musicSetHandlers(front.needDesk, { library, own: ownSets, tracks }),
  });
  takeFullKeys({
    ...{ register: (keys, press) => globalShortcut.register(keys, press), lights },
    live: () => front.desk?.room.live ?? null,
    onTaken: () => board.find('lights.keysTaken'),
  });
  // The player loads while the record opens: after a cut music is there as soon as the session is.
  windows.player = openPlayerWindow(ipc, preload);
  // With the record open the conductor loads a lost player again; before that there is nothing to play.
  windows.player.webContents.on('render-process-gone', () => {
    output.playerGone();
    front.desk?.conductor.gone();
  });
  // With no record open the lamps are there too, for "full"; those whose secret lies in the vault come with it.
  void Promise.all([lamps.registry.apply(), rooms.apply()]);
  // The record opens before the room's window, so that its first picture is already the right one.
  await front.start();

  const openRoom = (): void => {
    windows.room = openRoomWindow(ipc, preload);
    reviveOnCrash(windows.room, () => undefined);
  };
  openRoom();
  followPower(
    () => front.desk?.conductor.asleep(),
    () => front.desk?.conductor.awake(),
  );
  leaveWell(front, windows, openRoom, async () => {
    await Promise.all([lamps.leave(), rooms.close(), sending.close()]);
  });
}
