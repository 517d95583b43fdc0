import { deriveKey, PIN_COST, toBase64 } from '../../electron/access/seal.ts';
import type { Author } from '../../shared/session/event.ts';
import type { Role } from '../../shared/people/people.ts';
import { fictionalName } from './names.ts';
import { randomFrom } from './random.ts';

/** A member of the fictional staff. */
export interface Member {
  readonly staffId: string;
  readonly name: string;
  readonly role: Role;
}

/** The PIN of everybody in a made-up archive. */
export const ARCHIVE_PIN = '2468';

const roles: readonly Role[] = [
  'owner',
  'clinician',
  'clinician',
  'nurse',
  'nurse',
  'nurse',
  'nurse',
  'nurse',
  'nurse',
];

/** The staff of an archive; the same for the same seed. */
export function staffOf(seed: number): readonly Member[] {
  const random = randomFrom(`staff ${seed}`);
  return roles.map((role) => ({ staffId: random.id(), name: fictionalName(random), role }));
}

/** The stored form of the archive's PIN, with a salt from the seed so that it is the same each time. */
export async function pinHashOf(seed: number): Promise<string> {
  const random = randomFrom(`pin ${seed}`);
  const salt = Uint8Array.from({ length: 16 }, () => random.whole(0, 255));
  const derive = { ...PIN_COST, salt: toBase64(salt) };
  return JSON.stringify({ derive, hash: toBase64(await deriveKey(ARCHIVE_PIN, derive)) });
}

/** The author that a member is. */
export function authorOf(member: Member): Author {
  return { kind: 'staff', staffId: member.staffId };
}
