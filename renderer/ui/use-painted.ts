import { startTransition, useEffect, useState } from 'react';

/** A window that nobody sees paints nothing: what waits for its paint goes on after so long, ms. */
const UNSEEN_MS = 300;

/**
 * Whether what was drawn first is on the screen by now: what comes after it, out of sight or only beside it, need not hold it
 * up. False at first, then true for good.
 */
export function usePainted(): boolean {
  const [painted, setPainted] = useState(false);
  useEffect(() => {
    const goOn = (): void => startTransition(() => setPainted(true));
    let next: ReturnType<typeof setTimeout> | undefined;
    // The first frame is the one that is painted; when the second begins, it has been handed over.
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => (next = setTimeout(goOn)));
    });
    const unseen = setTimeout(goOn, UNSEEN_MS);
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(next);
      clearTimeout(unseen);
    };
  }, []);
  return painted;
}
