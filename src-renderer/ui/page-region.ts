/** A region of a page in thousandths of its width and height. */
export type PageRegion = { left: number; top: number; width: number; height: number }

/** Smaller than this it was a click, not a region. */
export const leastSize = 10
const step = 10
const fineStep = 2
const whole = 1000

/** Where a region begins that is made with the keys: in the middle of the page, to be moved. */
export const freshRegion: PageRegion = { left: 300, top: 400, width: 400, height: 120 }

const directions: Readonly<Record<string, readonly [x: number, y: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

/**
 * The region after an arrow key: moved, or with Shift made wider, narrower, higher or lower from its left top; with Ctrl in
 * small steps. It stays on the page and keeps its least size. null for any other key.
 */
export function keyedRegion(
  region: PageRegion,
  pressed: { key: string; shiftKey: boolean; ctrlKey: boolean },
): PageRegion | null {
  const direction = directions[pressed.key]
  if (!direction) return null
  const by = pressed.ctrlKey ? fineStep : step
  const [x, y] = [direction[0] * by, direction[1] * by]
  const { left, top, width, height } = region
  if (pressed.shiftKey)
    return {
      ...{ left, top },
      width: within(width + x, leastSize, whole - left),
      height: within(height + y, leastSize, whole - top),
    }
  return { width, height, left: within(left + x, 0, whole - width), top: within(top + y, 0, whole - height) }
}

function within(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value))
}

/** 左 30%，上 40%，宽 40%，高 12%. */
export function regionText({ left, top, width, height }: PageRegion): string {
  const part = (value: number) => `${value / 10}%`
  return `左 ${part(left)}，上 ${part(top)}，宽 ${part(width)}，高 ${part(height)}`
}
