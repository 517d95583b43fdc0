import { useEffect, useLayoutEffect, useMemo, useRef, useState, type ReactElement, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { useSize, type Size } from '../ui/use-size.ts';
import { SessionLine } from './session-line.tsx';
import type { Chosen } from './use-chosen.ts';
import { rowOf, type SessionPages } from './use-session-pages.ts';
import styles from './list.module.css';

/** How high a row is, in the window's letters, a long name and its marks on two lines each: every row the same, so that any place of the list is known. */
const ROW_REM = 5.8;
/** Rows drawn beyond what is in sight. */
const BEYOND = 5;

export interface SessionRowsProps {
  /** What is looked for: another list begins at its top. */
  readonly of: string;
  readonly pages: SessionPages & { readonly show: (from: number, to: number) => void };
  /** What is read now. */
  readonly currentId: string | null;
  readonly onOpen: (sessionId: string) => void;
  readonly chosen: Chosen;
  /** The search above the rows, to which the arrow keys lead back. */
  readonly above: RefObject<HTMLElement | null>;
}

/**
 * A list as long as it is, of which only what is in sight is drawn. Arrow keys, Page, Home and End go through all of it, Enter
 * opens a row and the space bar chooses it.
 */
export function SessionRows({ of, pages, currentId, onOpen, chosen, above }: SessionRowsProps): ReactElement {
  const { t } = useTranslation();
  const [box, size] = useSize<HTMLDivElement>();
  const [top, setTop] = useState(0);
  const focused = useRef<number | null>(null);
  // The letters change with the window's size alone: asked for at each scroll, the page would be laid out in between.
  const rowPx = useMemo(() => rowHeight(size), [size]);
  const total = pages.total ?? 0;
  const fits = Math.max(1, Math.ceil((size?.height ?? 0) / rowPx));
  const from = Math.max(0, Math.min(Math.floor(top / rowPx) - BEYOND, total - 1));
  const to = Math.min(total - 1, Math.floor(top / rowPx) + fits + BEYOND);
  const { show } = pages;
  useEffect(() => {
    if (to >= from) show(from, to);
  }, [show, from, to]);
  useLayoutEffect(() => {
    box.current?.scrollTo({ top: 0 });
  }, [of, box]);
  useLayoutEffect(() => {
    if (focused.current === null) return;
    const row = box.current?.querySelector<HTMLElement>(`[data-place="${focused.current}"]`);
    if (row === undefined || row === null) return;
    focused.current = null;
    row.focus({ preventScroll: true });
  });
  const go = (place: number): void => {
    const element = box.current;
    if (place < 0) return above.current?.focus();
    if (element === null || total === 0) return;
    const next = Math.min(total - 1, place);
    focused.current = next;
    const begin = next * rowPx;
    if (begin < element.scrollTop) element.scrollTo({ top: begin });
    else if (begin + rowPx > element.scrollTop + element.clientHeight)
      element.scrollTo({ top: begin + rowPx - element.clientHeight });
    setTop(element.scrollTop);
    const drawn = element.querySelector<HTMLElement>(`[data-place="${next}"]`);
    if (drawn !== null) {
      focused.current = null;
      drawn.focus({ preventScroll: true });
    }
  };
  const places = Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
  return (
    <div
      ref={box}
      className={styles.box}
      data-rows
      onScroll={(event) => setTop(event.currentTarget.scrollTop)}
      onKeyDown={(event) => {
        const at = Number((event.target as HTMLElement).closest('li')?.dataset['at'] ?? Number.NaN);
        const next = steps(at, fits, total)[event.key];
        if (Number.isNaN(at) || next === undefined) return;
        event.preventDefault();
        go(next);
      }}
    >
      <ul className={styles.rows} style={{ height: total * rowPx }} aria-label={t('review.list')}>
        {places.map((place) => {
          const row = rowOf(pages, place);
          return (
            <li
              key={place}
              className={styles.item}
              data-at={place}
              style={{ top: place * rowPx, height: rowPx }}
              aria-setsize={total}
              aria-posinset={place + 1}
            >
              <SessionLine
                row={row}
                place={place}
                current={row?.sessionId === currentId}
                chosen={row !== null && chosen.has(row.sessionId)}
                onOpen={onOpen}
                onChoose={chosen.toggle}
              />
            </li>
          );
        })}
      </ul>
    </div>
  );
}

/** How high a row is in a window of this size, px. */
function rowHeight(_size: Size | null): number {
  return ROW_REM * Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
}

/** Where the keys of a list lead from a place. */
function steps(at: number, fits: number, total: number): Readonly<Record<string, number>> {
  return {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    PageDown: at + fits - 1,
    PageUp: Math.max(0, at - fits + 1),
    Home: 0,
    End: total - 1,
  };
}
