/** Where the operating system keeps small secrets for this user. */
export interface Keychain {
  /** Whether there is a real one: a fixed password baked into the program counts as none. */
  available(): Promise<boolean>;
  wrap(bytes: Uint8Array): Promise<Uint8Array>;
  /** Throws where the operating system refuses. `rewrap`: it asks to be given the secret anew. */
  unwrap(wrapped: Uint8Array): Promise<{ readonly bytes: Uint8Array; readonly rewrap: boolean }>;
}
