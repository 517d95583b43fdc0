/** How long a press can be taken back with one more press, ms. Later it is corrected with a reason, the original kept. */
export const TAKE_BACK_MS = 10_000;

/** The engine takes it a little longer: a press in the last second is on its way while the queue or the disk is slow. */
export const SLIP_MS = TAKE_BACK_MS + 5_000;
