import { failure, success, type Answer } from '../../shared/ipc/answer.ts';
import type { Author } from '../../shared/session/event.ts';
import { createCourse, createPatient, editCourse, editPatient } from '../record/people.ts';
import type { OpenDesk } from '../desk.ts';
import type { Handlers } from './server.ts';

type PeopleRequests =
  | 'staff.list'
  | 'staff.add'
  | 'staff.signIn'
  | 'staff.signOut'
  | 'patients.find'
  | 'patients.create'
  | 'patients.edit'
  | 'courses.of'
  | 'courses.create'
  | 'courses.edit'
  | 'music.sets';

/** Requests about staff, patients and courses. Patient data needs somebody signed in. */
export function peopleHandlers(desk: () => Answer<OpenDesk>): Pick<Handlers, PeopleRequests> {
  const open = async <T>(work: (desk: OpenDesk) => Promise<Answer<T>>): Promise<Answer<T>> => {
    const found = desk();
    return found.ok ? work(found.data) : found;
  };
  const signed = <T>(work: (desk: OpenDesk, author: Author) => Promise<Answer<T>>): Promise<Answer<T>> =>
    open(async (at) => {
      const staff = at.signedIn();
      return staff === null
        ? failure('refused', 'access.signInNeeded')
        : work(at, { kind: 'staff', staffId: staff.staffId });
    });
  const named = <K extends string, V>(key: K, answer: Answer<V>): Answer<Record<K, V>> =>
    answer.ok ? success({ [key]: answer.data } as Record<K, V>) : answer;
  return {
    'staff.list': () => open(async (at) => named('staff', await at.records.clinic.staff())),
    'staff.add': (args) => signed((at, author) => at.addStaff(args, author)),
    'staff.signIn': (args) => open((at) => at.signIn(args.staffId, args.pin)),
    'staff.signOut': () => open((at) => at.signOut()),
    'patients.find': (args) => signed(async (at) => named('patients', await at.records.clinic.findPatients(args.text))),
    'patients.create': (args) => signed((at, author) => createPatient(at.records.clinic, args, author, at.clock.now())),
    'patients.edit': (args) => signed((at, author) => editPatient(at.records.clinic, args, author, at.clock.now())),
    'courses.of': (args) => signed(async (at) => named('courses', await at.records.clinic.coursesOf(args.patientId))),
    'courses.create': (args) => signed((at, author) => createCourse(at.records.clinic, args, author, at.clock.now())),
    'courses.edit': (args) => signed((at, author) => editCourse(at.records.clinic, args, author, at.clock.now())),
    'music.sets': () => open(async (at) => success({ sets: await at.sets() })),
  };
}
