import { nothing } from './fields.ts';
import { request, room } from './request.ts';

/** What the session screens ask of main beside commands. */
export const bedsideRequests = {
  /** Hands what the window shows on paper to the system's own print dialog; answered once that was left. */
  'window.print': request(room, nothing, nothing),
};
