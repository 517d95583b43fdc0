type Union<T> = (T extends unknown ? (member: T) => void : never) extends (all: infer All) => void ? All : never;

/** `on` and its like for the named events: an event that the stand-in never sends does not type-check. */
type Listening<Events> = Union<
  {
    [Name in keyof Events]: Events[Name] extends unknown[]
      ? (event: Name, listener: (...args: Events[Name]) => void) => unknown
      : never;
  }[keyof Events]
>;

/** The listener half of an Electron object that sends these events. */
export interface Emitter<Events> {
  on: Listening<Events>;
  addListener: Listening<Events>;
  once: Listening<Events>;
  off: Listening<Events>;
  removeListener: Listening<Events>;
  removeAllListeners(event?: keyof Events): unknown;
  listenerCount(event: keyof Events): number;
}

/** An event whose default can be prevented. */
export type Event<Params extends object = object> = {
  preventDefault: () => void;
  readonly defaultPrevented: boolean;
} & Params;
