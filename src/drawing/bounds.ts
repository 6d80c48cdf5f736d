import type { Box, Mark } from './types.ts';

/** Room for strokes and arrow heads around the marks, in pixels. */
const MARGIN = 6;

/** @returns the whole drawing, in whole pixels */
export function boundsOf(marks: readonly Mark[]): Box {
  const boxes = marks.map((mark) =>
    mark.shape === 'circle'
      ? { x: mark.cx - mark.r, y: mark.cy - mark.r, width: 2 * mark.r, height: 2 * mark.r }
      : boxOf(mark),
  );
  const x = Math.floor(Math.min(...boxes.map((box) => box.x)) - MARGIN);
  const y = Math.floor(Math.min(...boxes.map((box) => box.y)) - MARGIN);
  const right = Math.ceil(Math.max(...boxes.map((box) => box.x + box.width)) + MARGIN);
  const bottom = Math.ceil(Math.max(...boxes.map((box) => box.y + box.height)) + MARGIN);
  return { x, y, width: right - x, height: bottom - y };
}

function boxOf(mark: Exclude<Mark, { shape: 'circle' }>): Box {
  return mark.shape === 'rect' ? mark : mark.box;
}
