/** What the worker is given. */
export interface LockOrder {
  readonly bytes: Uint8Array;
  readonly password: string;
  /** Nobody's: it would only lift the permissions. */
  readonly ownerPassword: string;
}
