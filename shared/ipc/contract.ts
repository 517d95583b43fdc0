import * as z from 'zod/mini';
import { failureSchema } from './answer.ts';
import { earlierSchema } from '../chart/earlier.ts';
import { archiveRequests } from './archives.ts';
import { backupRequests } from './backups.ts';
import { bedsideRequests } from './bedside.ts';
import { copyRequests } from './copies.ts';
import { exportRequests } from './exports.ts';
import { sceneSchema } from '../lights/scene.ts';
import { id, nothing, passphrase, pin, signedSchema, text } from './fields.ts';
import { musicSetSchema, sessionMusicSchema } from '../music/set.ts';
import {
  courseSchema,
  patientDetailsSchema,
  patientSchema,
  roles,
  sessionRowSchema,
  staffSchema,
} from '../people/people.ts';
import { healthSchema } from '../record/health.ts';
import { practicePaces } from '../practice/pace.ts';
import { protocolSchema } from '../protocol/schema.ts';
import { printRequests } from './print.ts';
import { commandEnvelopeSchema } from '../session/command.ts';
import { simulationSchema } from '../session/event-bodies.ts';
import { sessionEventSchema } from '../session/event.ts';
import { clockReadingSchema } from '../time/clock.ts';
import { sessionPage, sessionSearch, usedProtocolsSchema } from './session-search.ts';
import { desiredMusicSchema, playerReportSchema } from '../music/player-state.ts';

import { decodeSchema, musicRequests } from './music.ts';
import { musicSetRequests } from './music-sets.ts';
import { intakeRequests, intakeStateSchema } from './intake.ts';
import { keyRequests } from './key-requests.ts';
import { lightsRequests } from './lights.ts';
import { outputOrderSchema, outputRequests, probeSchema } from './output.ts';
import { cuePreviewPush, protocolRequests } from './protocols.ts';
import { roomsRequests, roomsViewSchema } from './rooms.ts';
import { sendingRequests, sendingViewSchema } from './sending.ts';
import { retentionRequests } from './retention.ts';
import { reviewRequests } from './review.ts';
import { followUpRequests } from './follow-up.ts';
import { reviewListRequests } from './review-lists.ts';
import { player, request, room } from './request.ts';
import { statisticsRequests } from './statistics.ts';
import { appStatusSchema, settingsSchema } from './status.ts';

export { signedSchema } from './fields.ts';
export { settingsSchema, type AppStatus, type Settings } from './status.ts';
export { windowNames, type WindowName } from './request.ts';
export { DROP_CHANNEL, MAX_MESSAGE, PUSH_CHANNEL, REQUEST_CHANNEL, type WindowBridge } from './channels.ts';

export const clockPushSchema = z.object({
  clock: clockReadingSchema,
  /** How fast the session's clock runs against real time: 1, or more in an accelerated practice. */
  rate: z.number(),
  /** How far the session in the room has come, so that a window that missed events asks for them. */
  live: z.nullable(z.object({ sessionId: z.string(), seq: z.int(), saved: z.int() })),
});

/** Window to main: every request, who may make it, what it carries and what comes back in `Answer.data`. */
export const requests = {
  hello: request(['room', 'player'], nothing, z.object({ status: appStatusSchema, ...clockPushSchema.shape })),
  'app.setUp': request(
    room,
    z.object({
      settings: settingsSchema,
      staff: z.object({ name: text(120), role: z.enum(roles), pin }),
      passphrase: z.nullable(passphrase),
      practice: z.boolean(),
    }),
    nothing,
  ),
  'app.unlock': request(room, z.object({ passphrase: text(200) }), nothing),
  ...keyRequests,
  'settings.write': request(room, z.object({ settings: settingsSchema }), nothing),

  'staff.list': request(room, nothing, z.object({ staff: z.array(staffSchema) })),
  'staff.add': request(room, z.object({ name: text(120), role: z.enum(roles), pin }), z.object({ staffId: id })),
  'staff.signIn': request(room, signedSchema, nothing),
  'staff.signOut': request(room, nothing, nothing),

  'patients.find': request(room, z.object({ text: text(120) }), z.object({ patients: z.array(patientSchema) })),
  'patients.create': request(
    room,
    z.object({ details: patientDetailsSchema, knownDuplicate: z.boolean() }),
    z.object({ patientId: id, duplicates: z.array(patientSchema) }),
  ),
  'patients.edit': request(room, z.object({ patientId: id, details: patientDetailsSchema }), nothing),
  'courses.of': request(room, z.object({ patientId: id }), z.object({ courses: z.array(courseSchema) })),
  'courses.create': request(
    room,
    z.object({ patientId: id, plannedInfusions: z.nullable(z.int()) }),
    z.object({ courseId: id }),
  ),
  'courses.edit': request(room, z.object({ courseId: id, plannedInfusions: z.nullable(z.int()) }), nothing),

  'sessions.list': request(
    room,
    /** Newest first; `before` is the createdAt of the last row seen. `day` limits to sessions of today (the PC's day). */
    z.object({ before: z.nullable(z.number()), today: z.boolean(), practice: z.boolean() }),
    z.object({ sessions: z.array(sessionRowSchema), more: z.boolean() }),
  ),
  'sessions.search': request(room, sessionSearch.args, sessionSearch.data),
  'sessions.page': request(room, sessionPage.args, sessionPage.data),
  /** Protocols to narrow a list by. */
  'sessions.protocols': request(
    room,
    z.object({ practice: z.boolean() }),
    z.object({ protocols: usedProtocolsSchema }),
  ),
  'sessions.create': request(
    room,
    z.object({
      practice: z.boolean(),
      patientId: z.nullable(id),
      courseId: z.nullable(id),
      plannedMs: z.int(),
      musicHash: z.nullable(z.string()),
      /** A practice with a simulated patient: which one. */
      simulation: z.optional(simulationSchema),
    }),
    z.object({ sessionId: id }),
  ),
  'session.open': request(
    room,
    z.object({ sessionId: id }),
    z.object({
      protocol: protocolSchema,
      music: z.nullable(sessionMusicSchema),
      patient: z.nullable(patientSchema),
      seq: z.int(),
    }),
  ),
  'session.since': request(
    room,
    z.object({ sessionId: id, seq: z.int() }),
    /** `saved`: the last event on disk; those after it were decided and wait for the disk. */
    z.object({ events: z.array(sessionEventSchema), more: z.boolean(), saved: z.int() }),
  ),
  /** The course's earlier infusions, as far as they are in this record: what the chart shows of them. */
  'session.earlier': request(room, z.object({ sessionId: id }), earlierSchema),
  'session.command': request(room, commandEnvelopeSchema, nothing),
  /** How many times as fast as real time a practice session runs from now on. */
  'practice.pace': request(room, z.object({ sessionId: id, pace: z.literal([...practicePaces]) }), nothing),
  /** Ends long work between two of its steps. */
  'jobs.stop': request(room, z.object({ job: text(40) }), nothing),
  'record.health': request(room, nothing, healthSchema),
  /** Begins the job `verify`: the whole record, held against everything that was noted of it outside. */
  'record.verify': request(room, nothing, nothing),
  /** Begins the job `rebuildLists`: every list and the search, from the events. */
  'record.rebuildLists': request(room, nothing, nothing),
  ...bedsideRequests,
  ...reviewRequests,
  ...reviewListRequests,
  ...followUpRequests,
  ...statisticsRequests,
  ...retentionRequests,
  ...backupRequests,
  ...archiveRequests,
  ...copyRequests,
  ...exportRequests,
  ...printRequests,
  ...musicRequests,
  ...musicSetRequests,
  ...protocolRequests,
  ...outputRequests,
  ...intakeRequests,
  ...lightsRequests,
  ...roomsRequests,
  ...sendingRequests,
  'music.sets': request(
    room,
    nothing,
    z.object({ sets: z.array(z.object({ musicHash: z.string(), set: musicSetSchema })) }),
  ),
  /** By hand, with or without a session: also from the locked and the passphrase screen. `missed`: names of lamps that did not answer. */
  'lights.full': request(room, nothing, z.object({ missed: z.array(z.string()) })),
  'player.report': request(player, playerReportSchema, nothing),
} as const;

export type Requests = typeof requests;
export type RequestName = keyof Requests;
export type RequestArgs<N extends RequestName> = z.infer<Requests[N]['args']>;
export type RequestData<N extends RequestName> = z.infer<Requests[N]['data']>;

/** Main to windows. */
export const pushes = {
  clock: clockPushSchema,
  status: appStatusSchema,
  /** New events, and again those that came to be saved: up to `saved` they are on disk, up to `seq` they were decided. */
  events: z.object({ sessionId: id, events: z.array(sessionEventSchema), saved: z.int(), seq: z.int() }),
  /** To the on-screen light: where the screen is to go, with or without a session. */
  scene: z.object({ scene: sceneSchema, fadeMs: z.number() }),
  cuePreview: cuePreviewPush,
  /** The clinic's other rooms. */
  rooms: roomsViewSchema,
  /** How it stands with the clinic's FHIR server. */
  sending: sendingViewSchema,
  /** How far long work on the record is; `total` 0 where that is not known. */
  jobProgress: z.object({ job: text(40), done: z.number(), total: z.number() }),
  /** Its end: why it failed, or what it left (figures and codes, no patient's data). */
  jobEnded: z.object({
    job: text(40),
    failure: z.nullable(failureSchema),
    result: z.record(z.string(), z.union([z.string(), z.number()])),
  }),
  /** To the decoder's window only. */
  decode: decodeSchema,
  /** To the patient window only: what it is to show changed. */
  intake: intakeStateSchema,
  /** To the player window only. */
  music: desiredMusicSchema,
  /** To the windows that sound. */
  output: outputOrderSchema,
  /** To the player window only. */
  probe: probeSchema,
} as const;
export type Pushes = typeof pushes;
export type PushName = keyof Pushes;
export type PushData<N extends PushName> = z.infer<Pushes[N]>;

export const requestEnvelopeSchema = z.object({ name: z.string(), args: z.unknown() });
export const pushEnvelopeSchema = z.object({ name: z.string(), data: z.unknown() });
