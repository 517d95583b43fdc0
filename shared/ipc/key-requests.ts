import * as z from 'zod/mini';
import { nothing, passphrase, signedSchema, text } from './fields.ts';
import { request, room } from './request.ts';

/** Requests about the keys of the record: of one that is open, and of one that does not open. */
export const keyRequests = {
  /** Looks again at what stands before the record. */
  'app.tryAgain': request(room, nothing, nothing),
  /** Opens the record by its recovery key; `passphrase` is a new one, needed where there is no key chain. */
  'app.recover': request(room, z.object({ recoveryKey: text(200), passphrase: z.nullable(passphrase) }), nothing),
  /** Takes a lost key file back from the newest backup here, and opens the record with it. */
  'app.returnKeyFile': request(room, nothing, nothing),
  /** Sets the files of a record that does not open aside and begins anew. `folder`: where they lie now. */
  'app.startNew': request(room, nothing, z.object({ folder: z.string() })),
  'keys.state': request(
    room,
    nothing,
    /** `recoveryMadeAt`: epoch ms. */
    z.object({ keychain: z.boolean(), passphrase: z.boolean(), recoveryMadeAt: z.nullable(z.number()) }),
  ),
  /** Makes a recovery key and shows it, once; it counts after `keys.confirmRecovery`. Unsigned in the first run only. */
  'keys.newRecovery': request(
    room,
    z.object({
      signed: z.nullable(signedSchema),
      passphrase: z.nullable(text(200)),
      after: z.enum(['nothing', 'newDataKeys']),
    }),
    /** `ask`: the two groups to be typed back, counted from 1. */
    z.object({ groups: z.array(z.string()), ask: z.tuple([z.int(), z.int()]) }),
  ),
  'keys.confirmRecovery': request(room, z.object({ typed: z.tuple([text(20), text(20)]) }), nothing),
  /** Forgets a key that was shown and not confirmed; in the first run: later. */
  'keys.dropRecovery': request(room, nothing, nothing),
  'keys.changePassphrase': request(room, z.object({ signed: signedSchema, old: text(200), next: passphrase }), nothing),
} as const;
