import type { SessionCommand } from '../../../shared/session/command.ts';

/** Sends a command about the copy; whether it went through. What stands in the record then is read again. */
export type Send = (command: SessionCommand) => Promise<boolean>;
