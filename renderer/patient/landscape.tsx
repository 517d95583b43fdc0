import { useMemo, type ReactElement } from 'react';
import { PICTURE, pictureOf, type Drawn } from '../../shared/music/set-picture.ts';

const ground = `0 0 ${PICTURE.width} ${PICTURE.height}`;

/** A set's picture: the hills are as wide as the place they are given, the moon stays round. What it shows is told by the words beside it. */
export function Landscape({
  set,
  className,
}: {
  readonly set: Drawn;
  readonly className?: string | undefined;
}): ReactElement {
  const picture = useMemo(() => pictureOf(set), [set]);
  return (
    <svg className={className} aria-hidden="true">
      <rect width="100%" height="100%" fill={picture.sky} />
      <svg viewBox={ground} preserveAspectRatio="xMidYMid meet">
        <circle cx={picture.moon.x} cy={picture.moon.y} r={picture.moon.radius} fill={picture.moon.colour} />
      </svg>
      <svg viewBox={ground} preserveAspectRatio="none">
        {picture.hills.map((hill) => (
          <path key={hill.path} d={hill.path} fill={hill.colour} fillOpacity="0.82" />
        ))}
      </svg>
    </svg>
  );
}
